import type { ToolContext, ToolDefinition } from '../../domain/tool.ts';
import type { Verdict } from './verdict.ts';

/** A tool to be asked about, under the judgement key of its rules' result. */
export interface OpenTool {
  key: string;
  definition: ToolDefinition;
  context: ToolContext;
}

/** Somebody to ask where the rules leave doubt. */
export interface Adjudicator {
  /** The model's name, as judgements show it. */
  model: string;
  /** Rejects with an AdjudicationError where no verdict could be got. */
  ask(tool: OpenTool, signal: AbortSignal): Promise<Verdict>;
}

/** No verdict, and why. `blame` tells whether another tool may fare better. */
export class AdjudicationError extends Error {
  override name = 'AdjudicationError';
  readonly blame: 'tool' | 'endpoint';

  constructor(message: string, blame: 'tool' | 'endpoint') {
    super(message);
    this.blame = blame;
  }
}

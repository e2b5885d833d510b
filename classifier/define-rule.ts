import type { Effect, Exposure } from '../domain/classification.ts';
import type { EvidenceSpan } from '../domain/evidence.ts';
import type { JsonObject } from '../domain/json.ts';
import type { ToolReading } from './reading/read-tool.ts';

/** What changes how much an effect costs; see `riskTable`. */
export type Circumstance =
  | 'container'
  | 'detached'
  | 'light'
  | 'passing'
  | 'cache'
  | 'arbitrary'
  | 'metadata'
  | 'router'
  | 'claimed'
  | 'standing'
  | 'vague';

/** What a rule found in one definition. */
export interface Match {
  /** At least one span; spans that do not hold are dropped, and the match with them when none is left. */
  evidence: EvidenceSpan[];
  /** The thing acted on, for the rationale's `{object}`; words only. */
  object?: string;
}

/** A small invented definition, with the names of its siblings where they matter. */
export interface Example {
  tool: JsonObject & { name: string };
  siblings?: readonly string[];
  server?: string;
}

/** One statement about a tool, how it is recognised, and what follows from it. */
export interface Rule {
  /** The statement, in kebab case: also the file's name and the address of the rule's page. */
  id: string;
  /** The question that the rule answers, for a reader. */
  asks: string;
  implies: { effects: readonly Effect[]; exposure: readonly Exposure[] };
  circumstance?: Circumstance;
  /** Why the answer matters to who runs the tool. One or two sentences. */
  why: string;
  /** The finding's sentence without its evidence; `{object}` stands for the thing acted on. */
  rationale: string;
  /** Public pages that the rule rests on. */
  references: readonly string[];
  /** Tested: every `flags` must match, no `ignores` may. */
  examples: { flags: readonly Example[]; ignores: readonly Example[] };
  /** Asked only where no other rule shows an effect other than read. */
  fallback?: true;
  match: (tool: ToolReading) => Match | undefined;
}

/** Gives the rule its type. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

import { classifyTool } from '../../classifier/classify-tool.ts';
import { rulesetVersion } from '../../classifier/ruleset-version.ts';
import type { Judgement } from '../../db/judgement.ts';
import { judgementKey } from '../../domain/definition-hash.ts';
import type { ToolDefinition } from '../../domain/tool.ts';

/** A list of tools with the context that rules may read. */
export interface JudgedList {
  serverId: string;
  instructions: string | null;
  tools: readonly ToolDefinition[];
}

/** Judges every tool of a list, in list order, each under its judgement key. */
export function judgeTools({ serverId, instructions, tools }: JudgedList): Judgement[] {
  const context = { server: serverId, instructions, siblings: tools.map((tool) => tool.name) };
  return tools.map((tool) => ({
    key: judgementKey(rulesetVersion, tool, context),
    classification: classifyTool(tool, context),
  }));
}

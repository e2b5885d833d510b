import type { Panel } from '../../classifier/adjudicator/panel.ts';
import { classifyTool } from '../../classifier/classify-tool.ts';
import { rulesetVersion } from '../../classifier/ruleset-version.ts';
import type { Judgement } from '../../db/judgement.ts';
import { judgementKey } from '../../domain/definition-hash.ts';
import { isPublic, sourceOf } from '../../domain/server.ts';
import type { ToolDefinition } from '../../domain/tool.ts';

/** A list of tools with the context that rules may read. */
export interface JudgedList {
  serverId: string;
  instructions: string | null;
  tools: readonly ToolDefinition[];
}

/**
 * Judges every tool of a list, in list order, each under its judgement key.
 * A model need not say the same thing twice, so a judgement that it had a part in is keyed by all that it says.
 * What is private or was handed in is never sent to a model.
 */
export async function judgeTools(list: JudgedList, panel: Panel | null): Promise<Judgement[]> {
  const { serverId, instructions, tools } = list;
  const heard = isPublic(sourceOf(serverId)) ? panel : null;
  const context = { server: serverId, instructions, siblings: tools.map((tool) => tool.name) };
  const judge = async (definition: ToolDefinition): Promise<Judgement> => {
    const key = judgementKey(rulesetVersion, definition, context);
    const judged = classifyTool(definition, context);
    const settled = heard ? await heard.settle({ key, definition, context }, judged) : judged;
    if (settled === judged) return { key, classification: judged };
    return { key: judgementKey(JSON.stringify(settled), definition, context), classification: settled };
  };
  return Promise.all(tools.map(judge));
}

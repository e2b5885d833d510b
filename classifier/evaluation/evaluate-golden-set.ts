import { classifyTool } from '../classify-tool.ts';
import { rulesetVersion } from '../ruleset-version.ts';
import { type Accuracy, measureAccuracy } from './measure-accuracy.ts';
import { readGoldenSet, type Split } from './read-golden-set.ts';

/** How the rules do on one split of the golden set. */
export interface GoldenAccuracy extends Accuracy {
  ruleset: string;
  split: Split;
  servers: number;
  tools: number;
  misses: Miss[];
}

/** A tool whose category, risk or flags are judged otherwise than its readers labelled it. */
export interface Miss {
  server: string;
  tool: string;
  /** For example `Write high destructive`. */
  label: string;
  judged: string;
}

export function evaluateGoldenSet(split: Split): GoldenAccuracy {
  const tools = readGoldenSet().filter((tool) => tool.split === split);
  const judged = tools.map(({ definition, label, context }) => ({
    server: context.server,
    tool: definition.name,
    label,
    judged: classifyTool(definition, context),
  }));
  return {
    ruleset: rulesetVersion,
    split,
    servers: new Set(judged.map(({ server }) => server)).size,
    tools: judged.length,
    ...measureAccuracy(judged.map((each) => [each.label, each.judged])),
    misses: judged
      .map((each) => ({ ...each, label: summarise(each.label), judged: summarise(each.judged) }))
      .filter(({ label, judged: found }) => label !== found),
  };
}

function summarise(one: { category: string; risk: string; destructive: boolean; financial: boolean }): string {
  const flags = [one.destructive ? ' destructive' : '', one.financial ? ' financial' : ''];
  return `${one.category} ${one.risk}${flags.join('')}`;
}

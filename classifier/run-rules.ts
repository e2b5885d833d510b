import type { Finding } from '../domain/classification.ts';
import type { Rule } from './define-rule.ts';
import { keepSpans } from './find-spans.ts';
import type { Found } from './found.ts';
import type { ToolReading } from './reading/read-tool.ts';
import { renderSaid, renderStatement } from './render-rationale.ts';
import { rules } from './rules/index.ts';

const plainRules = rules.filter((rule) => !rule.fallback);
const fallbackRules = rules.filter((rule) => rule.fallback);

/** The findings of every rule that matches and whose evidence holds in the definition. */
export function runRules(tool: ToolReading): Found[] {
  const found: Found[] = [];
  for (const rule of plainRules) runRule(rule, tool, found);
  const acts = found.some(({ finding }) => finding.effects.some((effect) => effect !== 'read'));
  if (!acts) for (const rule of fallbackRules) runRule(rule, tool, found);
  return found;
}

/** Nearly every rule asked says no: an array for each answer would cost more than the question. */
function runRule(rule: Rule, tool: ToolReading, found: Found[]): void {
  const match = rule.match(tool);
  if (!match) return;
  const evidence = keepSpans(tool.definition, match.evidence);
  if (evidence.length === 0) return;
  const said = renderSaid(rule, match.object);
  const finding: Finding = {
    rule: rule.id,
    effects: [...rule.implies.effects],
    exposure: [...rule.implies.exposure],
    statement: renderStatement(said, evidence),
    evidence,
  };
  found.push({ rule, finding, circumstance: rule.circumstance, said });
}

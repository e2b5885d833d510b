import type { Classification, Confidence } from '../domain/classification.ts';
import type { ToolContext, ToolDefinition } from '../domain/tool.ts';
import { findContradictions } from './contradictions.ts';
import { categoryOf, decide, worst } from './decide.ts';
import type { Found } from './found.ts';
import { findOperations, toJudged } from './operations.ts';
import { findParameterRoles } from './parameter-roles.ts';
import { readTool, type ToolReading } from './reading/read-tool.ts';
import { renderRationale } from './render-rationale.ts';
import { rulesetVersion } from './ruleset-version.ts';
import { runRules } from './run-rules.ts';
import { findSuspicions } from './suspicions.ts';

/**
 * Judges one definition by rules alone. Pure: the same definition, context and ruleset give the same judgement.
 * A definition without evidence either way is never called Read: `basis` is then `assumed`.
 */
export function classifyTool(definition: ToolDefinition, context: ToolContext): Classification {
  const tool = readTool(definition, context);
  const own = runRules(tool);
  const { operations, found: operationFindings } = findOperations(tool, own);
  const found = operations.length > 0 ? withOperations(own, operationFindings) : own;
  const decision = decide(found.map(toJudged));
  const assumed = !found.some((each) => isToldOutright(each, tool));
  const mustAct = assumed || tool.cutShort;
  const category = mustAct && decision.category === 'Read' ? 'Write' : decision.category;
  const risk = mustAct ? worst([decision.risk, 'high']) : decision.risk;
  const findings = found.map((each) => each.finding);
  const judged = { ...decision, category, risk };
  return {
    ...judged,
    basis: assumed ? 'assumed' : 'rules',
    confidence: confidenceOf(tool, found, assumed),
    restsOnClaim: found.some((each) => each.circumstance === 'claimed') && decision.category === 'Read',
    rationale: renderRationale(tool, found, assumed),
    evidence: evidenceOf(found),
    findings,
    operations,
    parameters: findParameterRoles(tool),
    contradictions: findContradictions(definition, judged, findings),
    suspicions: findSuspicions(definition, tool.parameters),
    ruleset: rulesetVersion,
  };
}

/** Whether a finding of an effect rests on more than a late sentence of the description, which anybody could append. */
function isToldOutright({ finding }: Found, tool: ToolReading): boolean {
  if (finding.effects.length === 0) return false;
  return finding.evidence.some(({ pointer, start }) => pointer !== '/description' || start < tool.description.mainEnd);
}

/** A tool that only "manages" is what its operations are. */
function withOperations(own: readonly Found[], operationFindings: readonly Found[]): Found[] {
  const kept = own.filter((each) => !(each.rule.id === 'manages-things' && operationFindings.length > 0));
  const known = new Set(kept.map((each) => each.rule.id));
  return [...kept, ...operationFindings.filter((each) => !known.has(each.rule.id))];
}

function confidenceOf(tool: ToolReading, found: readonly Found[], assumed: boolean): Confidence {
  const isUnclear = found.some((each) => each.circumstance === 'router' || each.circumstance === 'vague');
  if (assumed || tool.cutShort || isUnclear) return 'low';
  const name = tool.nameActs.find((act) => act.certain);
  const sentence = tool.description.mainActs[0];
  if (!name && !sentence) return 'low';
  if (!name || !sentence) return 'medium';
  return isReading(name.verbClass) === isReading(sentence.verbClass) ? 'high' : 'low';
}

function isReading(verbClass: string): boolean {
  return verbClass === 'read' || verbClass === 'compute';
}

/** The spans of the findings that decide: those with effects, then the exposures', at most twelve. */
function evidenceOf(found: readonly Found[]): Classification['evidence'] {
  const ordered = [...found].sort(
    (a, b) => Number(categoryOf(b.finding.effects) !== 'Read') - Number(categoryOf(a.finding.effects) !== 'Read'),
  );
  const spans = new Map(
    ordered
      .flatMap((each) => each.finding.evidence)
      .map((span) => [`${span.pointer} ${span.part} ${span.start} ${span.end}`, span]),
  );
  return [...spans.values()].slice(0, 12);
}

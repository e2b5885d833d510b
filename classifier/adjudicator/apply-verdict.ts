import {
  type Category,
  type Classification,
  categories,
  type Finding,
  riskLevels,
} from '../../domain/classification.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import { showHidden } from '../../domain/visible-text.ts';
import { findContradictions } from '../contradictions.ts';
import { type Decision, decide, worst } from '../decide.ts';
import { findQuotes } from './find-quotes.ts';
import type { Verdict } from './verdict.ts';

const maxSpans = 12;

/**
 * Whether a model may settle what the rules left open. A definition of which the rules know nothing and that tries to
 * hide or to steer stays as it is: what it steers could be the model.
 */
export function isOpen({ basis, confidence, suspicions }: Classification): boolean {
  return confidence === 'low' && !(basis === 'assumed' && suspicions.length > 0);
}

/**
 * The rules' judgement with what the model saw beyond it. What the rules found is the floor: a verdict only ever adds to
 * it, and one that sees less than they do settles nothing. Where they found nothing it decides, unless it is unsure.
 * A verdict that quotes no words of the definition, or that adds and settles nothing, leaves the very same judgement.
 */
export function applyVerdict(
  definition: ToolDefinition,
  judged: Classification,
  verdict: Verdict,
  model: string,
): Classification {
  const evidence = findQuotes(definition, verdict.quotes);
  if (verdict.effects.length === 0 || evidence.length === 0) return judged;
  const isAssumed = judged.basis === 'assumed';
  const floor: Decision = isAssumed ? decide([]) : judged;
  const agrees = floor.effects.every((effect) => effect === 'read' || verdict.effects.includes(effect));
  const isSure = agrees && verdict.confidence !== 'low';
  const settles = isSure && isOpen(judged);
  const decision = raise(floor, verdict);
  if (!settles && (isAssumed || !isRaised(floor, decision))) return judged;

  const sentence = cleanSentence(verdict.rationale);
  const { effects, exposure } = verdict;
  const finding: Finding = { rule: `model ${model}`, effects, exposure, statement: sentence, evidence };
  const findings = [...judged.findings, finding];
  return {
    ...judged,
    ...decision,
    basis: 'model',
    confidence: isSure ? 'medium' : 'low',
    rationale: isAssumed ? sentence : `${judged.rationale} A model adds: ${sentence}`,
    evidence: [...evidence, ...judged.evidence].slice(0, maxSpans),
    findings,
    contradictions: findContradictions(definition, decision, findings),
  };
}

/** Where the verdict adds an effect or an exposure the tables rule on the whole; a model's own risk may only exceed them. */
function raise(floor: Decision, verdict: Verdict): Decision {
  const isActing = [...floor.effects, ...verdict.effects].some((effect) => effect !== 'read');
  const said = verdict.effects.filter((effect) => !isActing || effect !== 'read');
  const whole = decide([{ effects: [...floor.effects, ...said], exposure: [...floor.exposure, ...verdict.exposure] }]);
  const isMore = whole.effects.length > floor.effects.length || whole.exposure.length > floor.exposure.length;
  const decided = isMore ? whole : floor;
  return {
    category: worseCategory(floor.category, decided.category),
    risk: worst([floor.risk, decided.risk, verdict.risk]),
    destructive: floor.destructive || decided.destructive,
    financial: floor.financial || decided.financial,
    effects: decided.effects,
    exposure: decided.exposure,
  };
}

function isRaised(floor: Decision, decision: Decision): boolean {
  return (
    decision.effects.length > floor.effects.length ||
    decision.exposure.length > floor.exposure.length ||
    riskLevels.indexOf(decision.risk) > riskLevels.indexOf(floor.risk)
  );
}

function worseCategory(one: Category, other: Category): Category {
  return categories.indexOf(one) > categories.indexOf(other) ? one : other;
}

/** On one line, with nothing hidden: a model may repeat whatever the definition told it. */
function cleanSentence(text: string): string {
  const line = showHidden(text.replace(/\s+/g, ' ').trim());
  return line === '' ? 'The quoted words show it.' : line;
}

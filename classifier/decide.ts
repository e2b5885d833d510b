import {
  type Category,
  type Classification,
  type Effect,
  type Exposure,
  effects,
  exposures,
  type RiskLevel,
  riskLevels,
} from '../domain/classification.ts';
import type { Circumstance } from './define-rule.ts';
import { effectRisks, exposureRisks, type RiskRow } from './risk-table.ts';

/** The part of a finding that the decision rests on. */
export interface Judged {
  effects: readonly Effect[];
  exposure: readonly Exposure[];
  circumstance?: Circumstance | undefined;
}

export type Decision = Pick<Classification, 'category' | 'risk' | 'destructive' | 'financial' | 'effects' | 'exposure'>;

/** The class that these findings give together. Without any effect it is Read at low: the caller checks for that. */
export function decide(findings: readonly Judged[]): Decision {
  const allEffects = effects.filter((effect) => findings.some((finding) => finding.effects.includes(effect)));
  const allExposure = exposures.filter((exposure) => findings.some((finding) => finding.exposure.includes(exposure)));
  return {
    category: categoryOf(allEffects),
    risk: worst(findings.map(riskOf)),
    destructive: allEffects.includes('delete') || findings.some(runsAnything),
    financial: allEffects.includes('pay'),
    effects: tellsOfReading(findings) ? allEffects : allEffects.filter((effect) => effect !== 'read'),
    exposure: allExposure,
  };
}

export function categoryOf(list: readonly Effect[]): Category {
  if (list.some((effect) => effect === 'execute' || effect === 'send' || effect === 'pay')) return 'Execute';
  return list.some((effect) => effect !== 'read') ? 'Write' : 'Read';
}

/** The worst of the rows that fit this finding. */
export function riskOf(finding: Judged): RiskLevel {
  const rows = [
    ...finding.effects.map((effect) => effectRisks.find((row) => fits(row, finding) && row.effect === effect)),
    ...finding.exposure.map((exposure) => exposureRisks.find((row) => fits(row, finding) && row.exposure === exposure)),
  ];
  return worst(rows.map((row) => row?.risk ?? 'low'));
}

export function worst(levels: readonly RiskLevel[]): RiskLevel {
  return riskLevels[Math.max(0, ...levels.map((level) => riskLevels.indexOf(level)))] as RiskLevel;
}

function fits(row: RiskRow, finding: Judged): boolean {
  if (row.exposure !== undefined && !finding.exposure.includes(row.exposure)) return false;
  return row.circumstance === undefined || row.circumstance === finding.circumstance;
}

function runsAnything(finding: Judged): boolean {
  return (
    finding.effects.includes('execute') && finding.exposure.includes('unbounded') && finding.circumstance !== 'claimed'
  );
}

/** Every acting tool returns something; that it reads is said where nothing else is, or where the act is a query. */
function tellsOfReading(findings: readonly Judged[]): boolean {
  const acts = findings.some((finding) => finding.effects.some((effect) => effect !== 'read'));
  return !acts || findings.some((finding) => finding.effects.length > 1 && finding.effects.includes('read'));
}

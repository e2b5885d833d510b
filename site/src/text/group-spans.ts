import type { EvidenceSpan } from '../../../domain/evidence.ts';
import type { TextRange } from './mark-text.ts';

/** Gives the ranges to mark in any text of a definition. */
export type SpanLookup = (part: EvidenceSpan['part'], pointer: string) => TextRange[];

export function groupSpans(spans: readonly EvidenceSpan[]): SpanLookup {
  const byPlace = Map.groupBy(spans, ({ part, pointer }) => `${part} ${pointer}`);
  return (part, pointer) => byPlace.get(`${part} ${pointer}`) ?? [];
}

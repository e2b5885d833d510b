import type { Classification } from '../../domain/classification.ts';
import { type AttackPattern, attackPatterns, type NeededAccess } from './attack-patterns.ts';

const maxPatterns = 4;

/** The attack patterns that this kind of access opens, the dearest first, at most four; none for a plain read. */
export function attackPatternsFor(judged: Pick<Classification, 'effects' | 'exposure'>): AttackPattern[] {
  return attackPatterns.filter(({ when }) => when.some((needed) => grants(judged, needed))).slice(0, maxPatterns);
}

function grants(judged: Pick<Classification, 'effects' | 'exposure'>, needed: NeededAccess): boolean {
  return (
    (needed.effects ?? []).every((effect) => judged.effects.includes(effect)) &&
    (needed.exposure ?? []).every((exposure) => judged.exposure.includes(exposure))
  );
}

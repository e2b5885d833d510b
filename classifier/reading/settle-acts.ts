import { singular } from '../lexicon/nouns.ts';
import { findVerb, words } from '../lexicon/verbs.ts';
import type { Act } from './act.ts';
import type { DescriptionReading } from './read-description.ts';

/**
 * Weighs name, title and description against each other.
 * An ambiguous word of the name gives way to a main sentence that reads; a title counts where the name is silent; and
 * where a sentence that creates contradicts a name that deletes or cancels, the name wins.
 * A deleting verb never gives way.
 */
export function settleActs(
  nameActs: readonly Act[],
  titleActs: readonly Act[],
  description: DescriptionReading,
): { nameActs: Act[]; acts: Act[] } {
  const sentenceReads = description.mainActs.length > 0 && description.mainActs.every(isReading);
  const kept = nameActs.filter((act) => !(sentenceReads && isOpenToDoubt(act) && isMentioned(act, description)));
  const isSilent = !kept.some((act) => act.certain) && description.mainActs.length === 0;
  const titles = titleActs.filter(
    (act) => act.verbClass === 'delete' || (isSilent && (act.certain || kept.length === 0)),
  );
  const undoes = kept.some((act) => act.certain && (act.verbClass === 'delete' || act.verbClass === 'cancel'));
  const looks = kept.length > 0 && kept.every((act) => act.certain && findVerb(act.verb)?.verbClass === 'read');
  const sentence = description.mainActs
    .filter((act) => !(undoes && (act.verbClass === 'create' || act.verbClass === 'pay')))
    .filter((act) => !looks || isReading(act) || outright.has(act.verb));
  const named = kept.map((act) => withObject(act, sentence));
  return { nameActs: named, acts: [...named, ...titles, ...sentence, ...description.asides] };
}

/** What a sentence must say before a name that plainly reads is not believed. */
const outright = new Set(
  words(`create add insert update delete remove drop set send execute run write save store post upload deploy install
    trigger start stop restart submit modify edit move rename cancel revoke grant transfer buy sell pay charge publish
    overwrite load toggle replace clear reset purge wipe destroy erase append patch register enable disable assign mark close
    archive click type press fill navigate open reply email notify invite ban kill terminate invoke launch download
    import export play apply refund withdraw place rotate generate merge approve reject manage`),
);

/** A noun-like word of a name, or "manage", may turn out to be no act; a deleting one stays. */
function isOpenToDoubt(act: Act): boolean {
  if (isReading(act) || act.verbClass === 'delete') return false;
  return !act.certain || act.verbClass === 'manage';
}

/** Whether the main sentence speaks of the same thing, so that it can settle what the name leaves open. */
function isMentioned(act: Act, description: DescriptionReading): boolean {
  const things = new Set([act.verb, ...act.object].map(singular));
  return description.mainWords.some((word) => things.has(singular(word.word)));
}

export function isReading(act: Act): boolean {
  return act.verbClass === 'read' || act.verbClass === 'compute';
}

/** A bare verb acts on what the sentence says that it acts on. */
function withObject(act: Act, sentence: readonly Act[]): Act {
  const same = sentence.find((each) => each.verb === act.verb);
  if (same && act.verbClass === 'run' && isReading(same)) return { ...act, verbClass: same.verbClass };
  if (act.object.length > 0) return act;
  const twin =
    sentence.find((each) => each.verb === act.verb) ?? sentence.find((each) => each.verbClass === act.verbClass);
  if (!twin) return act;
  return {
    ...act,
    object: twin.object,
    heads: twin.heads,
    complements: twin.complements,
    verbClass: twin.verb === act.verb ? twin.verbClass : act.verbClass,
  };
}

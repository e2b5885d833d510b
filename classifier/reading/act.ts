import type { EvidenceSpan } from '../../domain/evidence.ts';
import { ambiguous, findVerb, type VerbClass } from '../lexicon/verbs.ts';

/** Something that the definition says a call does: a verb with what it acts on. */
export interface Act {
  /** Lemma, for example `delete`. */
  verb: string;
  verbClass: VerbClass;
  /** `aside`: a later sentence that says outright what a call does. */
  source: 'name' | 'title' | 'sentence' | 'aside' | 'operation';
  /** The verb as written. */
  span: EvidenceSpan;
  /** The words of the thing acted on, in lower case. */
  object: string[];
  /** Which of them may be its head noun. */
  heads: string[];
  /** What follows a preposition: `remove X from list` has `{from: ['list']}`. */
  complements: Record<string, string[]>;
  /** The object as written, words only and at most eight of them; empty where there is none. */
  phrase: string;
  /** False where the verb may as well be a noun. */
  certain: boolean;
}

const prepositions = new Set(
  'from to in into for by with of on at as using via within across against onto about between over under per through and or before after than based given when whether where that which if so such whose including without'.split(
    ' ',
  ),
);
const determiners = new Set(
  'a an the one any some this that these those its their your his her our my new existing specific specified given single particular certain current'.split(
    ' ',
  ),
);

const collectives = new Set('list set group array batch number series all any multiple one each'.split(' '));

/**
 * Splits the words after a verb into the object and what prepositions lead on to.
 * Heads are the nouns before "and", "or" and the end; of "a member of a project" the member, of "a list of tables" both.
 */
export function readObject(words: readonly string[]): Pick<Act, 'object' | 'heads' | 'complements'> {
  const object: string[] = [];
  const heads: string[] = [];
  const complements: Record<string, string[]> = Object.create(null);
  let into = object;
  let isOwner = false;
  const closeHead = () => {
    const last = object.at(-1);
    if (into === object && last !== undefined && !isOwner) heads.push(last);
  };
  for (const [index, word] of words.entries()) {
    if ((word === 'and' || word === 'or') && startsAnotherAct(words[index + 1])) break;
    if (prepositions.has(word)) {
      closeHead();
      const joins = into === object && (word === 'and' || word === 'or' || word === 'of');
      if (joins) isOwner = word === 'of' ? !collectives.has(object.at(-1) ?? '') : isOwner;
      else into = complements[word] ??= [];
    } else if (!determiners.has(word) || index === words.length - 1) into.push(word);
  }
  closeHead();
  return { object, heads, complements };
}

/** "Launch an app and return its window": what follows is another act's. */
function startsAnotherAct(word: string | undefined): boolean {
  return word === 'return' || word === 'returns' || isPlainVerb(word);
}

const claims = new Set('safe safely harmless readonly trusted verified official secure approved benign'.split(' '));

/** The words of an object for a sentence of ours: the stranger's claims and symbols are left out. */
export function phraseOf(words: readonly string[]): string {
  const kept: string[] = [];
  for (const [index, word] of words.entries()) {
    const lower = word.toLowerCase();
    if ((lower === 'and' || lower === 'or') && isPlainVerb(words[index + 1]?.toLowerCase())) break;
    if (kept.length === 8 || (prepositions.has(lower) && lower !== 'of' && lower !== 'and' && lower !== 'or')) break;
    if (!claims.has(lower) && word.length <= 40) kept.push(word);
  }
  while (kept.length > 0 && isFunctionWord(kept.at(-1) as string)) kept.pop();
  return kept.join(' ');
}

function isPlainVerb(word: string | undefined): boolean {
  const verb = word === undefined ? undefined : findVerb(word);
  return verb !== undefined && !ambiguous.has(verb.lemma);
}

function isFunctionWord(word: string): boolean {
  return prepositions.has(word.toLowerCase()) || determiners.has(word.toLowerCase());
}

/** How many of the words after a verb belong to its object. */
export function objectLength(words: readonly string[]): number {
  const end = words.findIndex((word) => prepositions.has(word) && word !== 'of');
  return Math.min(end < 0 ? words.length : end, 8);
}

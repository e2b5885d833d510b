import { findForeignVerb } from '../lexicon/other-languages.ts';
import { findPhrasalVerb } from '../lexicon/phrasal-verbs.ts';
import { refineVerb } from '../lexicon/refine-verb.ts';
import { findVerb } from '../lexicon/verbs.ts';
import { type Act, objectLength, phraseOf, readObject } from './act.ts';
import type { Word } from './read-words.ts';

const maxWords = 14;

/** The act that starts with the verb at `at` in running text. */
export function readPhrase(text: string, words: readonly Word[], at: number, source: 'sentence' | 'aside'): Act {
  const token = words[at] as Word;
  const known = findVerb(token.word);
  const lemma = known?.lemma ?? token.word;
  const after: string[] = [];
  const written: string[] = [];
  const ends = [token.end];
  for (const word of words.slice(at + 1, at + 1 + maxWords)) {
    if (breaksPhrase(text, ends.at(-1) as number, word.start)) break;
    after.push(word.word);
    written.push(text.slice(word.start, word.end));
    ends.push(word.end);
  }
  const reading = readObject(after);
  const end = ends[objectLength(after)] as number;
  const verbClass = findPhrasalVerb(lemma, after[0]) ?? known?.verbClass ?? findForeignVerb(token.word) ?? 'read';
  return {
    verb: lemma,
    verbClass: refineVerb(lemma, verbClass, reading),
    source,
    span: { pointer: '/description', part: 'value', start: token.start, end, quote: text.slice(token.start, end) },
    ...reading,
    phrase: phraseOf(written),
    certain: true,
  };
}

/** A phrase ends at punctuation that parts clauses. */
function breaksPhrase(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const char = text[at] as string;
    if (',;:()—.|'.includes(char)) return true;
  }
  return false;
}

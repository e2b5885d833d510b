import { words as split } from '../lexicon/verbs.ts';
import type { Word } from './read-words.ts';

/** Whether a sentence says nothing of what the tool does: filler of a catalogue, other tools' work, or a bare claim. */
export function isEmptyTalk(text: string, words: readonly Word[]): boolean {
  return isBoilerplate(words) || isClaim(text, words);
}

/** "Not for: updating variables" tells what other tools do. */
export function isAboutOthers(words: readonly Word[]): boolean {
  const [first, second] = words.slice(0, 2).map((word) => word.word);
  return ['not', "don't", 'never', 'see', 'deprecated'].includes(first ?? '') || (first === 'do' && second === 'not');
}

/** Texts that catalogues put where a description is missing. */
function isBoilerplate(words: readonly Word[]): boolean {
  const [first, second, third] = words.slice(0, 3).map((word) => word.word);
  if (first === 'description' && second === 'not' && third === 'available') return true;
  if (first === 'no' && second === 'description') return true;
  const isButton = first === 'deploy' && second === 'server';
  return isButton && words.some((word, at) => word.word === 'try' && words[at + 2]?.word === 'playground');
}

const claimMarks = new Set(split('safe only never harmless readonly secure not nothing'));
const claimWords = new Set(
  split(`this tool it is are the a an any and or but will does do you your can be to by in of for with at all read reads
    reading data information records record anything something use return returns list lists operation operations call
    access purely strictly completely fully always idempotent destructive side effects effect no without mode`),
);
const claimNegators = new Set(split('not never no without'));
const changes = new Set(
  split(`modify modifies change changes delete deletes create creates update updates write writes mutate mutates alter
    alters`),
);

/** "This tool is read-only and safe" names no thing and no act on it; a change counts unless it is negated. */
function isClaim(text: string, words: readonly Word[]): boolean {
  if (!words.some((word) => claimMarks.has(word.word))) return false;
  let isNegated = false;
  return words.every(({ word, start }, at) => {
    const previous = words[at - 1];
    if (previous && text.slice(previous.end, start).includes(',')) isNegated = false;
    if (claimNegators.has(word)) isNegated = true;
    if (changes.has(word)) return isNegated;
    return claimMarks.has(word) || claimWords.has(word);
  });
}

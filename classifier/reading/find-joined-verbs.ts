import { ambiguous, findVerb, type VerbEntry } from '../lexicon/verbs.ts';
import type { Word } from './read-words.ts';

const joints = new Set(['and', 'or', 'then', 'also', 'either', 'optionally']);
const objectStarts = new Set(['a', 'an', 'the', 'it', 'them', 'its', 'new', 'this', 'your', 'their', 'to']);

/** Further verbs of the main verb's form: "Create, update or delete", "Fetches a page and saves it". */
export function findJoinedVerbs(text: string, words: readonly Word[], first: number): number[] {
  const main = findVerb((words[first] as Word).word);
  if (main === undefined) return [];
  return words.flatMap((token, at) => {
    if (at <= first) return [];
    const verb = findVerb(token.word);
    if (verb === undefined || verb.form !== main.form || !isJoined(text, words, at)) return [];
    if (isInBrackets(text, words, first, at) || isKeyword(text, words, first, at)) return [];
    if (isInSeries(text, words, first, at) || objectStarts.has(words[at + 1]?.word ?? '')) return [at];
    if (endsPhrase(text, words, at)) return [];
    return ambiguous.has(verb.lemma) && !isPlainlyVerbal(words, at, verb) ? [] : [at];
  });
}

const nounsFollow = new Set('about of for from in on by with at to per across between'.split(' '));

/** "Parses a plan and imports tasks": in the third person, after "and", with an object; not "prices and trades of coins". */
function isPlainlyVerbal(words: readonly Word[], at: number, { form, verbClass }: VerbEntry): boolean {
  const next = words[at + 1]?.word ?? '';
  const isBound = (words[at - 1] as Word).word === 'and' || (words[at - 1] as Word).word === 'then';
  return (
    form === 's' &&
    isBound &&
    !nounsFollow.has(next) &&
    !joints.has(next) &&
    findVerb(next)?.form !== 's' &&
    verbClass !== 'pay' &&
    verbClass !== 'place'
  );
}

/** "Check which operations (SELECT, DELETE) are allowed": capitals in a sentence that is not in capitals are names. */
function isKeyword(text: string, words: readonly Word[], first: number, at: number): boolean {
  const written = (index: number) => text.slice((words[index] as Word).start, (words[index] as Word).end);
  return /^[A-Z]{4,}$/.test(written(at)) && !/^[A-Z]{4,}$/.test(written(first));
}

/** Verbs that a general sentence goes on to list: "Perform operations (list, get)", "Manage jobs: start, stop". */
export function findListedVerbs(text: string, words: readonly Word[], first: number): number[] {
  return words.flatMap((token, at) => {
    const verb = at > first ? findVerb(token.word) : undefined;
    if (verb === undefined || verb.form === 's' || verb.verbClass === 'manage') return [];
    return isJoined(text, words, at) || followsDash(text, words, at) ? [at] : [];
  });
}

function followsDash(text: string, words: readonly Word[], at: number): boolean {
  return / [-–—] /.test(text.slice((words[at - 1] as Word).end, (words[at] as Word).start));
}

/** Whether the word follows "and", "or", a comma, a slash, a colon or a bracket. */
function isJoined(text: string, words: readonly Word[], at: number): boolean {
  const previous = words[at - 1] as Word;
  if (joints.has(previous.word)) return true;
  const between = text.slice(previous.end, (words[at] as Word).start);
  return [',', '/', '(', ':'].some((mark) => between.includes(mark));
}

/** Whether the word stands in brackets that were opened after the main verb, and no "and" leads it in. */
function isInBrackets(text: string, words: readonly Word[], first: number, at: number): boolean {
  if (joints.has((words[at - 1] as Word).word)) return false;
  const between = text.slice((words[first] as Word).end, (words[at] as Word).start);
  return between.lastIndexOf('(') > between.lastIndexOf(')');
}

/** "A procedure, function, or trigger": a last word without an object is a noun. */
function endsPhrase(text: string, words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return next === undefined || /[,;:().]/.test(text.slice((words[at] as Word).end, next.start));
}

/** "List, create, close, or select": nothing but verbs since the main one. */
function isInSeries(text: string, words: readonly Word[], first: number, at: number): boolean {
  const isSeries = words.slice(first + 1, at).every(({ word }) => joints.has(word) || findVerb(word) !== undefined);
  if (!isSeries || at > first + 1) return isSeries;
  return text.slice((words[first] as Word).end, (words[at] as Word).start).trim() !== '';
}

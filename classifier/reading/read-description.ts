import { isUnspaced } from '../lexicon/other-languages.ts';
import { ambiguous, findVerb, type VerbClass } from '../lexicon/verbs.ts';
import type { Act } from './act.ts';
import { findJoinedVerbs, findListedVerbs } from './find-joined-verbs.ts';
import { findMainVerb } from './find-main-verb.ts';
import { isAboutOthers, isEmptyTalk } from './is-empty-talk.ts';
import { readPhrase } from './read-phrase.ts';
import { readSentences, type Sentence } from './read-sentences.ts';
import { readUnspacedActs } from './read-unspaced-acts.ts';
import { readTextWords, type Word } from './read-words.ts';

export interface DescriptionReading {
  /** The description as far as it is read. */
  text: string;
  /** The same in lower case, or empty where lower case would shift offsets. */
  lower: string;
  /** Acts of the main sentence, its main verb first. */
  mainActs: Act[];
  /** Acts that later sentences state outright of the tool. */
  asides: Act[];
  /** Words of the main sentence; empty where the description says nothing of its own. */
  mainWords: Word[];
  /** Where the main sentence ends; 0 where the description does not begin with one. */
  mainEnd: number;
  /** All words that are read, in lower case. */
  vocabulary: ReadonlySet<string>;
  /** Whether the text goes on beyond what is read. */
  cutShort: boolean;
}

/** UTF-16 units of a description that are read; a longer one counts as unread, see `is-too-long-to-read`. */
export const maxDescriptionLength = 65_536;
const maxSentenceWords = 60;

export function readDescription(description: string): DescriptionReading {
  const text = description.slice(0, maxDescriptionLength);
  const lower = text.toLowerCase();
  const vocabulary = new Set<string>();
  const reading: DescriptionReading = {
    text,
    lower: lower.length === text.length ? lower : '',
    mainActs: [],
    asides: [],
    mainWords: [],
    mainEnd: 0,
    vocabulary,
    cutShort: description.length > maxDescriptionLength,
  };
  let skipped = 0;
  for (const sentence of readSentences(text)) {
    const words = readTextWords(text, sentence.start, sentence.end);
    for (const word of words) vocabulary.add(word.word);
    if (words.length === 0) continue;
    if (reading.mainWords.length > 0) readAside(reading, words);
    else if (isEmptyTalk(text, words) || isAboutOthers(words)) skipped += 1;
    else {
      readMain(reading, sentence, withoutLabel(text, words).slice(0, maxSentenceWords));
      if (reading.mainWords.length === 0) skipped += 1;
      else reading.mainEnd = sentence.end;
    }
  }
  return skipped > 0 ? withoutReading(reading) : reading;
}

/**
 * A sentence that stands behind a claim or filler can add what a call does, and cannot settle that it only reads: anybody
 * could append one.
 */
function withoutReading(reading: DescriptionReading): DescriptionReading {
  return {
    ...reading,
    mainActs: reading.mainActs.filter((act) => act.verbClass !== 'read' && act.verbClass !== 'compute'),
    mainWords: [],
    mainEnd: 0,
  };
}

/** The words after a label in brackets: "[Mail operations] List mails". */
function withoutLabel(text: string, words: Word[]): Word[] {
  const [first] = words;
  const opening = first === undefined ? '' : (text[first.start - 1] ?? '');
  const closing = { '[': ']', '(': ')', '【': '】' }[opening];
  if (first === undefined || closing === undefined) return words;
  const end = text.indexOf(closing, first.start);
  const rest = words.filter((word) => word.start > end);
  return end < 0 || rest.length === 0 ? words : rest;
}

function readMain(reading: DescriptionReading, sentence: Sentence, words: Word[]): void {
  const { text } = reading;
  if (isUnspaced(text.slice(sentence.start, sentence.end))) {
    reading.mainWords = words;
    reading.mainActs = readUnspacedActs(text, sentence);
    return;
  }
  const first = findMainVerb(text, words);
  if (first !== undefined || words.length > 3) reading.mainWords = words;
  if (first === undefined) return;
  const main = readPhrase(text, words, first, 'sentence');
  const find = main.verbClass === 'manage' ? findListedVerbs : findJoinedVerbs;
  const more = find(text, words, first).map((at) => readPhrase(text, words, at, 'sentence'));
  // "Manage jobs: start, stop" is its list; "Manage policies and test them" manages as well.
  reading.mainActs = isListed(text, words, first, main, more) ? more : [main, ...more];
}

/** Whether what a general verb covers is spelled out after a mark. */
function isListed(text: string, words: readonly Word[], first: number, main: Act, more: readonly Act[]): boolean {
  if (main.verbClass !== 'manage' || more.length === 0) return false;
  const [next] = more;
  const between = text.slice((words[first] as Word).end, next?.span.start);
  return more.length > 1 || /[:(,/]| [-–—] /.test(between);
}

const negators = new Set(
  "not don't doesn't cannot can't won't never no without unlike instead unless if example see".split(' '),
);
const subjects = new Set(['this', 'it', 'tool', 'also', 'then', 'which', 'afterwards', 'call', 'warning']);
const outright = new Set<VerbClass>(['delete', 'pay', 'send', 'deploy', 'run', 'cancel']);
const storing = new Set(['save', 'store', 'write', 'upload', 'overwrite', 'persist']);
const maxAsideStart = 8;

/** A later sentence counts where it says of the tool, and not of a condition or another tool, that it acts. */
function readAside(reading: DescriptionReading, words: readonly Word[]): void {
  for (let at = 0; at < Math.min(words.length, maxAsideStart); at += 1) {
    const { word } = words[at] as Word;
    if (negators.has(word)) return;
    if (!statesAct(words, at)) continue;
    reading.asides.push(readPhrase(reading.text, words, at, 'aside'));
    return;
  }
}

/** "Deletes …", "This tool also deletes …", "It will delete …", "Permanently delete …". */
function statesAct(words: readonly Word[], at: number): boolean {
  const verb = findVerb((words[at] as Word).word);
  if (verb === undefined || verb.form === 'ing') return false;
  const stores = storing.has(verb.lemma);
  if (!outright.has(verb.verbClass) && !stores) return false;
  if (ambiguous.has(verb.lemma) && !(stores && verb.form === 's' && at === 0)) return false;
  const before = words[at - 1]?.word ?? '';
  const isQualified = before.endsWith('ly');
  return verb.form === 's'
    ? at === 0 || subjects.has(before) || isQualified
    : before === 'will' || (isQualified && at === 1);
}

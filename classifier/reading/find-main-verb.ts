import { findForeignVerb } from '../lexicon/other-languages.ts';
import { ambiguous, findVerb, words as split } from '../lexicon/verbs.ts';
import type { Word } from './read-words.ts';

/** Words that stand before the verb and say nothing of it. */
const fillers = new Set(
  split(`this tool tools tool's endpoint function api method utility service operation feature capability option way
    facility mcp the a an that which it its is are be was will can could should may might must would to for when whenever
    if you your we our want wants wanted need needs needed in order please simply just also then and used useful
    designed intended meant able ability important optional required warning note purpose description functionality
    exact overview summary beta deprecated experimental preview readonly only admin premium user users user's agents agent llm llms model models ai
    client clients claude assistant developers always first step main primary simple advanced comprehensive unified powerful
    fast new general write destructive with as on of batch bulk mass`),
);
/** Verbs that lead in to another where "to", a person or "ability" follows: "Allows you to delete". */
const openers = new Set(
  split(
    'use using allow allows allowing let lets enable enables enabling help helps provide provides support supports require requires give gives offer offers call calls try',
  ),
);
const people = new Set(split('you users user agents agent ability ai llms llm models clients developers claude'));
const adverb = /^[a-z]{3,}ly$/;
const notAdverbs = new Set(['reply', 'apply', 'supply', 'fly']);
const windowSize = 18;

/** The index of the main verb of a sentence; undefined where it has none that can be told. */
export function findMainVerb(text: string, words: readonly Word[]): number | undefined {
  for (let at = 0; at < Math.min(words.length, windowSize); at += 1) {
    const { word } = words[at] as Word;
    if (isOpener(words, at) || isReadOnlyLabel(words, at) || isCompoundLabel(text, words, at)) continue;
    if (isRequest(words, at)) return findLater(text, words, at + 1);
    const verb = findVerb(word);
    if ((fillers.has(word) || word === 'step') && !(verb !== undefined && at === 0 && !isLabel(text, words))) continue;
    if (verb !== undefined && imitators.has(verb.lemma) && isHandling(words[at + 1])) return at + 1;
    if (adverb.test(word) && !notAdverbs.has(word)) continue;
    if (/^\d/.test(word)) continue;
    if (verb === undefined) {
      if (findForeignVerb(word) !== undefined) return at;
      return findLater(text, words, at + 1);
    }
    if (verb.form === 'ing' && at === 0 && ambiguous.has(verb.lemma)) return findLater(text, words, at + 1) ?? at;
    return ambiguous.has(verb.lemma) && !isVerbalUse(words, at) ? findLater(text, words, at + 1) : at;
  }
  return undefined;
}

function isOpener(words: readonly Word[], at: number): boolean {
  const { word } = words[at] as Word;
  if (!openers.has(word)) return false;
  if (word === 'use' || word === 'using') return at === 0 || fillers.has((words[at - 1] as Word).word);
  const next = words.slice(at + 1, at + 7).map((each) => each.word);
  if (['allow', 'let', 'enable', 'help', 'require', 'call'].includes(word))
    return next.slice(0, 2).some((each) => people.has(each));
  return next.some((each) => each === 'to' || people.has(each)) || findVerb(next[0] ?? '')?.form === 'ing';
}

const imitators = new Set(['simulate', 'emulate', 'perform']);

/** "Simulates pressing a key" presses it. */
function isHandling(word: Word | undefined): boolean {
  const verb = word && findVerb(word.word);
  return verb?.form === 'ing' && verb.verbClass === 'interact';
}

/** "Write: …", "Write operation", "Note that …": a first word that labels the sentence. */
function isLabel(text: string, words: readonly Word[]): boolean {
  const [first, second] = words;
  if (first === undefined) return false;
  if (first.word === 'step') return /^\d/.test(second?.word ?? '');
  if (first.word !== 'write') return ['preview', 'new', 'help', 'note'].includes(first.word);
  const after = text.slice(first.end, second?.start ?? first.end + 1);
  return (
    /[:\-–—)\]]/.test(after) ||
    ['operation', 'operations', 'tool', 'access', 'only', 'mode'].includes(second?.word ?? '')
  );
}

/** "CREATE-UI WORKFLOW" names a workflow. */
function isCompoundLabel(text: string, words: readonly Word[], at: number): boolean {
  const { start, end } = words[at] as Word;
  return /^[A-Z]{3,}[-_][A-Z]/.test(text.slice(start, end + 2));
}

/** "Read-only. …" */
function isReadOnlyLabel(words: readonly Word[], at: number): boolean {
  return (words[at] as Word).word === 'read' && words[at + 1]?.word === 'only';
}

/** "Pull request" and "merge request" are nouns. */
function isRequest(words: readonly Word[], at: number): boolean {
  return ['pull', 'merge'].includes(words[at]?.word ?? '') && /^requests?$/.test(words[at + 1]?.word ?? '');
}

/** An ambiguous word at the head of a sentence is a verb unless a noun's company follows: "Order of events". */
function isVerbalUse(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]?.word;
  if (next === undefined) return true;
  if (
    words[at]?.word === 'react' &&
    ['native', 'component', 'components', 'app', 'code', 'hook', 'query', 'router'].includes(next)
  )
    return false;
  return (
    ![
      'of',
      'is',
      'are',
      'was',
      'has',
      'that',
      'which',
      'from',
      'about',
      'for',
      'containing',
      'and',
      'or',
      'in',
      'with',
    ].includes(next) ||
    [
      'search',
      'look',
      'check',
      'wait',
      'query',
      'sign',
      'log',
      'scan',
      'list',
      'share',
      'reply',
      'get',
      'start',
      'stop',
      'go',
    ].includes((words[at] as Word).word)
  );
}

/**
 * Past a subject, the first verb that stands where only a verb can: after "to", "can" or a colon, in the third person,
 * or as a participle after "for".
 */
function findLater(text: string, words: readonly Word[], from: number): number | undefined {
  for (let at = from; at < Math.min(words.length, from + windowSize); at += 1) {
    const token = words[at] as Word;
    const verb = findVerb(token.word);
    if (verb === undefined || isOpener(words, at) || isRestricted(words, at)) continue;
    const previous = words[at - 1] as Word | undefined;
    const before = previous?.word ?? '';
    if (verb.form === 'ing') {
      if (before === 'for') return at;
      continue;
    }
    if (verb.form === 'base') {
      if (before === 'to' && words[at - 2]?.word !== 'due') return at;
      if (['can', 'will', 'you', 'automatically'].includes(before)) return at;
    }
    if (
      previous &&
      followsColon(text, previous.end, token.start) &&
      (!ambiguous.has(verb.lemma) || isVerbalUse(words, at))
    )
      return at;
    if (['when', 'if', 'on'].includes(words[at + 1]?.word ?? '')) continue;
    if (verb.form === 's' && (!ambiguous.has(verb.lemma) || before === 'that' || before === 'which')) return at;
  }
  return undefined;
}

function followsColon(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const char = text[at] as string;
    if (char === ':' || char === ']' || char === '—' || char === '–' || (char === '-' && text[at - 1] === ' '))
      return true;
  }
  return false;
}

/** "It only reads", "never deletes": a claim about what is not done. */
function isRestricted(words: readonly Word[], at: number): boolean {
  return ['only', 'never', 'not', "don't", "doesn't", 'no'].includes(words[at - 1]?.word ?? '');
}

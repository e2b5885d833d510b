import { findUnspacedVerbs } from '../lexicon/other-languages.ts';
import type { Act } from './act.ts';
import type { Sentence } from './read-sentences.ts';

const maxLength = 400;
const maxActs = 4;
const connectors = new Set(['并', '或', '、', '和', '及', '后', '後', '，', ',', '/']);

/** The first verb of a sentence without spaces, and the acting ones that a connector joins to it. */
export function readUnspacedActs(text: string, sentence: Sentence): Act[] {
  const part = text.slice(sentence.start, Math.min(sentence.end, sentence.start + maxLength));
  const [first, ...rest] = findUnspacedVerbs(part);
  if (first === undefined) return [];
  const joined = rest.filter(
    (verb) => verb.verbClass !== 'read' && verb.verbClass !== 'compute' && connectors.has(part[verb.at - 1] ?? ''),
  );
  return [first, ...joined].slice(0, maxActs).map(({ text: quote, verbClass, at }) => ({
    verb: quote,
    verbClass,
    source: 'sentence',
    span: {
      pointer: '/description',
      part: 'value',
      start: sentence.start + at,
      end: sentence.start + at + quote.length,
      quote,
    },
    object: [],
    heads: [],
    complements: {},
    phrase: '',
    certain: true,
  }));
}

import {
  manifestFile,
  type SearchEntry,
  type SearchManifest,
  type SearchShard,
  shardFile,
  shardFor,
} from './index-format.ts';
import { partTerms, queryTerms, searchTerms } from './search-terms.ts';

/** Reads one file of the index by its name, for example with `fetch`. */
export type ReadIndexFile = (name: string) => Promise<unknown>;

/** With the manifest at most four files are read for a search; further words only narrow what these gave. */
const maxLookups = 3;

/** What the words of a query find, best first: exact names, beginnings of names, servers, then words of descriptions. */
export async function searchCatalogue(query: string, read: ReadIndexFile): Promise<SearchEntry[]> {
  const whole = await lookUp(query, queryTerms(query), read);
  return whole.length > 0 ? whole : lookUp(query, partTerms(query), read);
}

async function lookUp(query: string, terms: readonly string[], read: ReadIndexFile): Promise<SearchEntry[]> {
  if (terms.length === 0) return [];
  const { prefixes } = (await read(manifestFile)) as SearchManifest;
  const known = new Set(prefixes);
  const longest = terms.toSorted((a, b) => b.length - a.length).slice(0, maxLookups);
  const found = new Map<string, { entry: SearchEntry; weights: Map<string, number> }>();
  await Promise.all(
    longest.map(async (term) => {
      const prefix = shardFor(term, known);
      if (prefix === null) return;
      for (const [entry, weight] of matches((await read(shardFile(prefix))) as SearchShard, term)) {
        const row = found.get(entry.u) ?? { entry, weights: new Map() };
        row.weights.set(term, Math.max(weight, row.weights.get(term) ?? 0));
        found.set(entry.u, row);
      }
    }),
  );
  const typed = squash(query);
  return [...found.values()]
    .map(({ entry, weights }) => ({ entry, score: score(entry, terms, weights, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.entry.n.length - b.entry.n.length || (a.entry.n < b.entry.n ? -1 : 1))
    .map(({ entry }) => entry);
}

function* matches(shard: SearchShard, term: string): Generator<[SearchEntry, number]> {
  for (const [candidate, postings] of Object.entries(shard.terms)) {
    if (!candidate.startsWith(term)) continue;
    for (const [position, weight] of postings) {
      const entry = shard.entries[position];
      if (entry) yield [entry, candidate === term ? 2 * weight : weight];
    }
  }
}

/** 0 where a word is nowhere in it. `create issue`, `create_issue` and `createIssue` are one name. */
function score(
  entry: SearchEntry,
  terms: readonly string[],
  weights: ReadonlyMap<string, number>,
  typed: string,
): number {
  const words = terms.map((term) => weigh(entry, term) || (weights.get(term) ?? 0));
  if (words.includes(0)) return 0;
  const total = words.reduce((sum, weight) => sum + weight, 0);
  const name = squash(entry.n);
  if (typed === '') return total;
  if (name === typed) return total + 1_000;
  if (name.startsWith(typed)) return total + 300;
  if (squash(entry.s ?? '') === typed) return total + 200;
  return name.includes(typed) ? total + 50 : total;
}

/** What an entry's own words give; the index knows more only of its description. */
function weigh({ n, s, c, r, f }: SearchEntry, term: string): number {
  if (searchTerms(n).includes(term)) return 20;
  if (n.toLowerCase().includes(term)) return 12;
  if (s?.toLowerCase().includes(term)) return 8;
  return [c, r, f].join(' ').toLowerCase().split(' ').includes(term) ? 8 : 0;
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

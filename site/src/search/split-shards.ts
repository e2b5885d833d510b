import type { SearchEntry, SearchShard } from './index-format.ts';

/** That an entry, by its position among all, holds a term. */
export interface Posting {
  entry: number;
  weight: number;
}

/** Postings to a shard before it is split: some 15 KB of compressed JSON. */
const maxPostings = 600;
const maxPrefixLength = 12;

/**
 * One shard for a prefix. Where its terms are too many, those of the longest groups move to shards of longer
 * prefixes, and only the most wanted of them stay as well: enough for somebody who has typed no more yet.
 */
export function splitShards(
  prefix: string,
  terms: readonly string[],
  postings: ReadonlyMap<string, Posting[]>,
  entries: readonly SearchEntry[],
  shards: Map<string, SearchShard>,
): void {
  const sizeOf = (group: readonly string[]) => group.reduce((sum, term) => sum + (postings.get(term)?.length ?? 0), 0);
  const length = Array.from(prefix).length + 1;
  const longer = terms.filter((term) => term !== prefix);
  const groups = [...Map.groupBy(longer, (term) => firstCharacters(term, length))]
    .map(([start, group]) => ({ start, group, size: sizeOf(group) }))
    .sort((a, b) => b.size - a.size);
  let size = sizeOf(terms);
  const moved = groups.filter((candidate) => {
    if (size <= maxPostings || length > maxPrefixLength) return false;
    size -= candidate.size;
    return true;
  });
  const gone = new Set(moved.flatMap(({ group }) => group));
  const kept = terms.filter((term) => !gone.has(term));
  shards.set(prefix, toShard([...kept, ...mostWanted([...gone], postings)], postings, entries));
  for (const { start, group } of moved) splitShards(start, group, postings, entries, shards);
}

/** The shortest terms, as far as there is room. */
function mostWanted(terms: readonly string[], postings: ReadonlyMap<string, Posting[]>): string[] {
  let room = maxPostings / 2;
  return terms
    .toSorted((a, b) => a.length - b.length)
    .filter((term) => {
      room -= postings.get(term)?.length ?? 0;
      return room >= 0;
    });
}

function toShard(
  terms: readonly string[],
  postings: ReadonlyMap<string, Posting[]>,
  entries: readonly SearchEntry[],
): SearchShard {
  const positions = new Map<number, number>();
  const rows = terms.map((term): [string, Array<[number, number]>] => [
    term,
    (postings.get(term) ?? []).map(({ entry, weight }) => {
      if (!positions.has(entry)) positions.set(entry, positions.size);
      return [positions.get(entry) ?? 0, weight];
    }),
  ]);
  return {
    entries: [...positions.keys()].flatMap((entry) => entries[entry] ?? []),
    // fromEntries defines properties, so a term `__proto__` becomes a key like any other.
    terms: Object.fromEntries(rows),
  };
}

function firstCharacters(term: string, length: number): string {
  return Array.from(term).slice(0, length).join('');
}

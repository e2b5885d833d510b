/** One thing that can be found, as the build writes it and the search box reads it. Short keys: thousands of these cross the wire. */
export interface SearchEntry {
  /** Name, with hidden characters spelled out. */
  n: string;
  /** Its page. */
  u: string;
  /** Server of a tool; absent for a server. */
  s?: string;
  /** Category of a tool. */
  c?: string;
  /** Risk of a tool. */
  r?: string;
  /** Flags of a tool, where it has any. */
  f?: string;
}

/** What a term was found in. */
export const fieldWeights = { name: 4, server: 2, text: 1 } as const;

export interface SearchShard {
  entries: SearchEntry[];
  /** Term → [position in `entries`, weight] of each entry that holds it. */
  terms: Record<string, Array<[entry: number, weight: number]>>;
}

/**
 * The prefixes that have a shard. A shard holds every term that begins with its prefix, unless longer prefixes of the
 * same beginning have shards of their own: then it holds the best of them.
 */
export interface SearchManifest {
  prefixes: string[];
}

/** The shard that answers for a term: that of its longest known prefix; null where no term begins like it. */
export function shardFor(term: string, prefixes: ReadonlySet<string>): string | null {
  for (let length = term.length; length > 0; length -= 1) {
    const prefix = term.slice(0, length);
    if (prefixes.has(prefix)) return prefix;
  }
  return null;
}

/** Addresses of the index: `/search/<file>.json`. */
export const manifestFile = 'manifest';

/** The file of a shard, without its ending. Only a-z and 0-9 stand as they are, so that every disk and address can hold every prefix. */
export function shardFile(prefix: string): string {
  const safe = Array.from(prefix, (character) =>
    /[a-z0-9]/.test(character) ? character : `~${character.codePointAt(0)?.toString(16)}~`,
  );
  return `shard-${safe.join('')}`;
}

import type { CatalogueServer, CatalogueTool } from '../../../domain/catalogue.ts';
import { riskLevels } from '../../../domain/classification.ts';
import { shorten } from '../text/shorten.ts';
import { serverUrl, toolUrl } from '../urls.ts';
import { fieldWeights, type SearchEntry, type SearchManifest, type SearchShard } from './index-format.ts';
import { searchTerms } from './search-terms.ts';
import { type Posting, splitShards } from './split-shards.ts';

export interface SearchIndex {
  manifest: SearchManifest;
  /** By prefix. */
  shards: ReadonlyMap<string, SearchShard>;
}

/** Entries that one term can name, best first: a reader narrows the search long before. */
const maxEntriesPerTerm = 200;
const maxTextTerms = 60;
const riskRanks = new Map<string | undefined, number>(riskLevels.map((level, rank) => [level, rank]));

/** The whole index of these servers and their tools. */
export function buildSearchIndex(servers: Iterable<CatalogueServer>): SearchIndex {
  const entries: SearchEntry[] = [];
  const postings = new Map<string, Posting[]>();
  const add = (entry: SearchEntry, weights: ReadonlyMap<string, number>) => {
    const position = entries.push(entry) - 1;
    for (const [term, weight] of weights) {
      const list = postings.get(term);
      if (list) list.push({ entry: position, weight });
      else postings.set(term, [{ entry: position, weight }]);
    }
  };
  for (const server of servers) {
    add(
      serverEntry(server),
      weigh({ name: server.identity.name, server: server.slug, text: server.facts.description }),
    );
    for (const tool of server.tools) add(toolEntry(server, tool), weighTool(server, tool));
  }
  for (const [term, list] of postings) postings.set(term, best(list, entries));
  const shards = new Map<string, SearchShard>();
  const terms = [...postings.keys()].sort();
  for (const [first, group] of Map.groupBy(terms, (term) => String.fromCodePoint(term.codePointAt(0) ?? 0))) {
    splitShards(first, group, postings, entries, shards);
  }
  return { manifest: { prefixes: [...shards.keys()] }, shards };
}

function serverEntry(server: CatalogueServer): SearchEntry {
  return { n: shorten(server.identity.name, 120), u: serverUrl(server) };
}

function toolEntry(server: CatalogueServer, tool: CatalogueTool): SearchEntry {
  const { category, risk, destructive, financial } = tool.classification;
  const flags = [destructive && 'destructive', financial && 'financial'].filter((flag) => flag !== false).join(' ');
  return {
    n: shorten(tool.name, 120),
    u: toolUrl(server, tool),
    s: shorten(server.identity.name, 120),
    c: category,
    r: risk,
    ...(flags && { f: flags }),
  };
}

function weighTool(server: CatalogueServer, { name, definition, classification }: CatalogueTool): Map<string, number> {
  const { title, description } = definition;
  const { category, risk, destructive, financial } = classification;
  const text = [category, risk, destructive && 'destructive', financial && 'financial', title, description]
    .filter((part) => typeof part === 'string')
    .join(' ');
  return weigh({ name, server: server.identity.name, text });
}

function weigh(fields: Record<keyof typeof fieldWeights, string | null>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [field, text] of Object.entries(fields) as Array<[keyof typeof fieldWeights, string | null]>) {
    const terms = searchTerms((text ?? '').slice(0, 2_000)).filter((term) => field !== 'text' || term.length > 2);
    for (const term of terms.slice(0, maxTextTerms)) {
      weights.set(term, Math.max(weights.get(term) ?? 0, fieldWeights[field]));
    }
  }
  return weights;
}

/** By weight, then the shorter name, then risk. */
function best(list: Posting[], entries: readonly SearchEntry[]): Posting[] {
  const risk = ({ entry }: Posting) => riskRanks.get(entries[entry]?.r) ?? -1;
  const length = ({ entry }: Posting) => entries[entry]?.n.length ?? 0;
  return list
    .toSorted((a, b) => b.weight - a.weight || length(a) - length(b) || risk(b) - risk(a))
    .slice(0, maxEntriesPerTerm);
}

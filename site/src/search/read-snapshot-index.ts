import { readIndex, readServer } from '../snapshot.ts';
import { buildSearchIndex, type SearchIndex } from './build-index.ts';

let index: SearchIndex | undefined;

/** The search index of the whole snapshot, built once. */
export function readSearchIndex(): SearchIndex {
  index ??= buildSearchIndex(everyServer());
  return index;
}

function* everyServer() {
  for (const entry of readIndex()) yield readServer(entry);
}

const maxTermLength = 32;
const chunks = /[\p{L}\p{N}_.@/-]+/gu;

/**
 * The words by which something is found, in lower case: `browser_click` gives `browser_click`, `browser`, `click`;
 * `listIssues` gives `listissues`, `list`, `issues`. Index and search box must agree on them.
 */
export function searchTerms(text: string): string[] {
  return fold((text.normalize('NFKC').match(chunks) ?? []).flatMap((chunk) => [chunk, ...partsOf(chunk)]));
}

/** What somebody typed in its smallest parts, for when the whole words find nothing. */
export function partTerms(query: string): string[] {
  return fold((query.normalize('NFKC').match(chunks) ?? []).flatMap(partsOf));
}

/** What somebody typed, as terms to look up: each word as it stands, so that the beginning of a name finds the name. */
export function queryTerms(query: string): string[] {
  return fold(query.normalize('NFKC').match(chunks) ?? []);
}

function partsOf(chunk: string): string[] {
  return chunk.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function fold(words: readonly string[]): string[] {
  const terms = words.map((word) =>
    word
      .toLowerCase()
      .replace(/^[_.@/-]+/, '')
      .slice(0, maxTermLength),
  );
  return [...new Set(terms)].filter((term) => term !== '');
}

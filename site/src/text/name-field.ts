import { type EvidenceSpan, parsePointer } from '../../../domain/evidence.ts';

/** What a reader would call the place that a span quotes: `description`, `parameter path: allowed value`. */
export function nameField({ pointer, part }: Pick<EvidenceSpan, 'pointer' | 'part'>): string {
  const keys = parsePointer(pointer);
  const [root, ...rest] = keys;
  if (root === undefined) return 'definition';
  if (root === 'annotations') return rest.length === 0 ? 'annotations' : `annotation ${rest.join('.')}`;
  if (root !== 'inputSchema' && root !== 'outputSchema')
    return part === 'key' ? `key ${keys.join('.')}` : keys.join('.');
  const place = schemaPlace(rest);
  const holder = root === 'inputSchema' ? 'parameter' : 'output field';
  if (place.path === '') return `${root === 'inputSchema' ? 'input' : 'output'} schema${suffix(place.keyword)}`;
  if (part === 'key' && place.keyword === '') return `name of ${holder} ${place.path}`;
  return `${holder} ${place.path}${suffix(place.keyword)}`;
}

const keywords: Record<string, string> = {
  enum: 'allowed value',
  const: 'allowed value',
  examples: 'example',
};

/** Walks `properties/a/items/properties/b/description` into the path `a[].b` and what is left, the keyword. */
function schemaPlace(keys: readonly string[]): { path: string; keyword: string } {
  let path = '';
  let index = 0;
  while (index < keys.length) {
    const key = keys[index];
    const next = keys[index + 1];
    if ((key === 'properties' || key === '$defs' || key === 'definitions') && next !== undefined) {
      path += `${path && '.'}${next}`;
      index += 2;
    } else if (key === 'items') {
      path += '[]';
      index += 1;
    } else if ((key === 'anyOf' || key === 'oneOf' || key === 'allOf') && next !== undefined) {
      index += 2;
    } else break;
  }
  return { path, keyword: keys[index] ?? '' };
}

function suffix(keyword: string): string {
  if (keyword === '') return '';
  return `: ${Object.hasOwn(keywords, keyword) ? keywords[keyword] : keyword}`;
}

import { isJsonObject, type JsonValue } from './json.ts';

/**
 * Canonical JSON (RFC 8785): equal values give equal text, and the text parses to the value again.
 * What the RFC and its libraries refuse but JSON.parse can yield is still written, since every definition needs a
 * hash: lone surrogates stay escaped, and a number too large for a double stays too large.
 */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (isJsonObject(value)) return `{${Object.entries(value).sort(byKey).map(formatMember).join(',')}}`;
  if (typeof value === 'number' && !Number.isFinite(value)) return value > 0 ? '1e999' : '-1e999';
  return JSON.stringify(value);
}

/** By UTF-16 code unit, as the RFC asks: `<` compares strings so. */
function byKey([a]: [string, JsonValue], [b]: [string, JsonValue]): number {
  return a < b ? -1 : 1;
}

function formatMember([key, value]: [string, JsonValue]): string {
  return `${JSON.stringify(key)}:${canonicalJson(value)}`;
}

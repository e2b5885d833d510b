import { isJsonObject, type JsonValue } from './json.ts';

/**
 * Canonical JSON (RFC 8785): equal values give equal text.
 * Lone surrogates, which the RFC and its libraries refuse, stay escaped: a definition that holds one still has a hash.
 */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  // The default order of sort() is by UTF-16 code unit, as the RFC asks.
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as JsonValue)}`).join(',')}}`;
}

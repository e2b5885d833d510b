import canonicalize from 'canonicalize';
import type { JsonValue } from './json.ts';

/** Canonical JSON (RFC 8785): equal values give equal text. Lone surrogates, which the RFC refuses, stay escaped. */
export function canonicalJson(value: JsonValue): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`Expected a JSON value; got ${typeof value}`);
  return text;
}

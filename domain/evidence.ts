import { isJsonObject, type JsonValue } from './json.ts';
import type { ToolDefinition } from './tool.ts';

/**
 * A quotation from a definition.
 * `pointer` is a JSON Pointer (RFC 6901) into the definition as given; `part` says whether the pointed-at value is
 * quoted or its key; `start` and `end` count UTF-16 code units of that text, `end` exclusive.
 */
export interface EvidenceSpan {
  pointer: string;
  part: 'key' | 'value';
  start: number;
  end: number;
  quote: string;
}

/** The keys of a JSON Pointer, unescaped. The empty pointer, the whole document, has none. */
export function parsePointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The JSON Pointer of these keys. */
export function formatPointer(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The text that a span may quote: a key, a string, or a number or boolean as written; undefined where there is none. */
export function readSpanText(
  definition: ToolDefinition,
  pointer: string,
  part: EvidenceSpan['part'],
): string | undefined {
  const keys = parsePointer(pointer);
  const last = keys.at(-1);
  const holder = valueAt(definition, part === 'key' ? keys.slice(0, -1) : keys);
  if (part === 'key') {
    return last !== undefined && isJsonObject(holder) && Object.hasOwn(holder, last) ? last : undefined;
  }
  if (typeof holder === 'string') return holder;
  return typeof holder === 'number' || typeof holder === 'boolean' ? String(holder) : undefined;
}

/** Whether the quote stands, not empty, exactly where the span says. */
export function spanHolds(definition: ToolDefinition, span: EvidenceSpan): boolean {
  const { start, end, quote } = span;
  // Checked by hand, since `slice` would also take a place counted from the end or an end beyond the text.
  if (quote === '' || !Number.isInteger(start) || start < 0 || end !== start + quote.length) return false;
  return readSpanText(definition, span.pointer, span.part)?.startsWith(quote, start) ?? false;
}

function valueAt(root: JsonValue, keys: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const key of keys) {
    if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
    else if (isJsonObject(value)) value = Object.hasOwn(value, key) ? value[key] : undefined;
    else return undefined;
  }
  return value;
}

/** U+001A, SUBSTITUTE: PostgreSQL takes it, and next to nobody writes it, so nearly all text is stored as it is. */
const mark = '\u001a';
const unstorable = new RegExp(`[\\0${mark}]|\\p{Surrogate}`, 'gu');
const marked = new RegExp(`${mark}([0-9a-f]{4})`, 'g');

/** Text that PostgreSQL can hold, different for different input: what it refuses becomes U+001A and four hex digits. */
export function encodeText(text: string): string {
  return text.replace(unstorable, (unit) => mark + unit.charCodeAt(0).toString(16).padStart(4, '0'));
}

/** The text that `encodeText` was given. */
export function decodeText(stored: string): string {
  return stored.replace(marked, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/**
 * The JSON text of a value with U+FFFD for NUL and lone surrogates, which jsonb refuses: a copy to query, not to keep.
 * Keys that differ only in those fall together.
 */
export function queryableJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\(?:u0000|ud[89a-f][0-9a-f]{2}|.)/g, (sequence) =>
    sequence.length === 6 ? '\ufffd' : sequence,
  );
}

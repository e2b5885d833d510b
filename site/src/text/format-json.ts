import { splitHidden } from '../../../domain/visible-text.ts';

/** JSON with two spaces of indent and hidden characters as `\u` escapes: it shows all that it holds. */
export function formatJson(value: unknown): string {
  return splitHidden(JSON.stringify(value, null, 2))
    .map(({ text, hidden }) => (hidden ? escapeUnits(text) : text))
    .join('');
}

function escapeUnits(text: string): string {
  return Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

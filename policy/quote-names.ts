import { showHidden } from '../domain/visible-text.ts';

const maxShownLength = 80;

/** Tool names in a sentence: `a`, `b` and `c`; of more than four the first three and a count. */
export function quoteNames(names: readonly string[]): string {
  const shown = names.length > 4 ? names.slice(0, 3).map(quoteName) : names.map(quoteName);
  const rest = names.length - shown.length;
  const items = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = items.at(-1) ?? 'no tool';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last;
}

/** A stranger's name as code on one line: hidden characters shown, backticks replaced, the end of a long one cut. */
export function quoteName(name: string): string {
  const visible = showHidden(name.slice(0, maxShownLength)).replaceAll('`', "'");
  return `\`${visible}${name.length > maxShownLength ? '…' : ''}\``;
}

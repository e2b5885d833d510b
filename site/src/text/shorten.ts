import { showHidden } from '../../../domain/visible-text.ts';

/** A stranger's text on one line of at most `max` UTF-16 units, hidden characters spelled out. */
export function shorten(text: string, max: number): string {
  const line = showHidden(text.slice(0, max)).replace(/\s+/g, ' ').trim();
  if (line.length <= max && text.length <= max) return line;
  // A surrogate pair is never cut in two.
  return `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The same for an attribute, where Astro leaves angle brackets as they are: harmless to a browser, not to every tool. */
export function shortenAttribute(text: string, max: number): string {
  return shorten(text, max).replaceAll('<', '‹').replaceAll('>', '›');
}

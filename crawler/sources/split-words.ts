import { UsageError } from '../../domain/errors.ts';

/**
 * Splits a command line into words: spaces, '…', "…" and \ as POSIX shells have them, and nothing else of a shell.
 * No shell ever sees the text, so what only a shell could do is refused, with a UsageError that says so.
 */
export function splitWords(text: string): [string, ...string[]] {
  const words: string[] = [];
  let word: string | null = null;
  let rest = text;
  while (rest !== '') {
    const [token = '', space, single, double, escaped, plain] = tokens.exec(rest) ?? [];
    if (token === '') throw refusal(rest);
    rest = rest.slice(token.length);
    if (space !== undefined) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + (single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? '');
  }
  if (word !== null) words.push(word);
  const [first, ...others] = words;
  if (!first) throw new UsageError('Expected --command to be a program and its arguments; got nothing.');
  return [first, ...others];
}

/** A space, a quotation of either kind, an escaped character, or plain text; none can match in two ways. */
const tokens = /^(?:([ \t]+)|'([^']*)'|"((?:[^"\\$`]|\\[\s\S])*)"|\\([^\n])|([^\s'"\\|&;<>()$`*?[\]{}~#!]+))/;

function refusal(rest: string): UsageError {
  const what = /^['"]/.test(rest) ? 'a quotation that does not end or holds $ or `' : JSON.stringify(rest.charAt(0));
  return new UsageError(
    `Expected --command to be words and quotations, because no shell reads it; got ${what}. Quote it with '…'.`,
  );
}

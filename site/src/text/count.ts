const numbers = new Intl.NumberFormat('en-GB');

/** A number as it stands in a sentence: `1,234`. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** A counted noun: `1 tool`, `2 tools`, `1,024 entries`. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(value)} ${value === 1 ? singular : plural}`;
}

/** Words joined as a sentence joins them: `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[], joiner = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)}`;
}

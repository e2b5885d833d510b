import { RE2JS } from 're2js';

/** In UTF-16 code units. Nothing backtracks, but time still grows with pattern × text: 0.6 s at worst for these. */
const maxPatternLength = 1_000;
const maxMatchedLength = 10_000;

/**
 * A test whether the pattern (RE2 syntax, https://github.com/google/re2/wiki/Syntax) is found anywhere in a text.
 * It answers undefined where that cannot be said: the pattern is not RE2, or one of the two is too long.
 */
export function matchPattern(pattern: string): (text: string) => boolean | undefined {
  const compiled = pattern.length > maxPatternLength ? undefined : compile(pattern);
  return (text) => (text.length > maxMatchedLength ? undefined : compiled?.test(text));
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    // Look-around, back-references and repetitions beyond RE2's bounds do not compile.
    return undefined;
  }
}

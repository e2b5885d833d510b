import type { Placeholder } from './placeholder.ts';

/** Secrets among the arguments: long words without a path's or address's punctuation, named by the option before. */
export function argumentSecrets(words: readonly string[]): Placeholder[] {
  return words.flatMap((word, index) => {
    const [option, value] = word.startsWith('-') ? (word.split('=', 2) as [string, string?]) : [words[index - 1], word];
    // Zeros stand in the numbers of accounts that are no secret.
    const long = (value ?? '').split(/[/:@,]/).filter((piece) => /^(?!.*0{8})[A-Za-z0-9_-]{20,}$/.test(piece));
    const name = option ?? 'argument';
    return long.map((piece) => ({ name, value: piece, isSecret: true, fingerprint: piece.slice(0, 12) }));
  });
}

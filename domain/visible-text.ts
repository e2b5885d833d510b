/**
 * Characters that a reader cannot see, or that change how others are seen: controls, format characters (bidi, zero
 * width, tags), lone surrogates, private use, blank fillers. Line breaks and tabs are left, and so are the joiner and
 * the variation selector where an emoji has them.
 */
const hidden =
  /(?![\n\t])(?!(?<=\p{Extended_Pictographic})\ufe0f)(?!(?<=\p{Extended_Pictographic}\ufe0f?)\u200d(?=\p{Extended_Pictographic}))[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A text in pieces: `hidden` ones are single characters to be shown by their code point, in order. */
export interface TextPiece {
  text: string;
  hidden: boolean;
}

/** Splits a stranger's text so that each hidden character can be shown. Joined, the pieces are the text again. */
export function splitHidden(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(hidden)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), hidden: false });
    pieces.push({ text: match[0], hidden: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hidden: false });
  return pieces;
}

/** The code point of a hidden character as people write it: `U+202E`. */
export function formatCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A stranger's text on one line, safe for a terminal or an attribute: hidden characters as `‹U+202E›`. */
export function showHidden(text: string): string {
  const oneLine = text.replace(/[\n\t]+/g, ' ');
  return splitHidden(oneLine)
    .map((piece) => (piece.hidden ? `‹${formatCodePoint(piece.text)}›` : piece.text))
    .join('');
}

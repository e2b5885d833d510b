import { formatCodePoint, splitHidden } from '../../../domain/visible-text.ts';

export interface TextPiece {
  /** Visible text as it is, or for hidden characters their spelled form: `U+202E`, `U+200B ×12`. */
  text: string;
  hidden: boolean;
  /** UTF-16 offsets in the whole text, end exclusive. */
  start: number;
  end: number;
}

/** Splits a stranger's text into visible stretches and hidden characters spelled out; equal neighbours share a piece. */
export function pieceText(text: string): TextPiece[] {
  const pieces: Array<TextPiece & { times: number }> = [];
  let end = 0;
  for (const { text: part, hidden } of splitHidden(text)) {
    const start = end;
    end += part.length;
    // A carriage return before a line feed is only a line break.
    const lineBreak = part === '\r' && text[end] === '\n';
    const spelled = hidden && !lineBreak ? formatCodePoint(part) : part;
    const last = pieces.at(-1);
    if (hidden && last?.hidden && last.text === spelled) {
      last.times += 1;
      last.end = end;
    } else pieces.push({ text: spelled, hidden: hidden && !lineBreak, start, end, times: 1 });
  }
  return pieces.map(({ times, ...piece }) => (times === 1 ? piece : { ...piece, text: `${piece.text} ×${times}` }));
}

import { pieceText, type TextPiece } from './piece-text.ts';

/** UTF-16 offsets in a text, end exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

export interface MarkedPiece extends TextPiece {
  marked: boolean;
}

export interface MarkedText {
  pieces: MarkedPiece[];
  /** How many UTF-16 units of the text are left out before and after the pieces. */
  cutBefore: number;
  cutAfter: number;
}

/** The window of a text as pieces: hidden characters spelled out, the marked ranges apart. */
export function markText(text: string, marks: readonly TextRange[], window: TextRange): MarkedText {
  const within = (offset: number) => Math.min(Math.max(offset, 0), text.length);
  const { start, end } = wholeCharacters(text, { start: within(window.start), end: within(window.end) });
  const inside = mergeRanges(marks.flatMap((mark) => linesOf(text, wholeCharacters(text, mark))))
    .map((mark) => ({ start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }))
    .filter((mark) => mark.start < mark.end);
  const pieces = pieceText(text.slice(start, end)).flatMap((piece) => splitAtMarks(piece, inside));
  return { pieces, cutBefore: start, cutAfter: text.length - end };
}

const maxRangeShown = 400;

/** The window around a range that shows it with some words of context on either side. */
export function windowAround(range: TextRange, context: number): TextRange {
  return { start: range.start - context, end: Math.min(range.end, range.start + maxRangeShown) + context };
}

/** A range without the line breaks in it and the white space around them. */
function linesOf(text: string, { start, end }: TextRange): TextRange[] {
  return [...text.slice(start, end).matchAll(/[^\n]+/g)]
    .map(({ 0: line, index }) => {
      const first = index === 0 ? 0 : line.length - line.trimStart().length;
      const last = index + line.length === end - start ? line.length : line.trimEnd().length;
      return { start: start + index + first, end: start + index + last };
    })
    .filter((range) => range.start < range.end);
}

/** Widens a range so that it never cuts a surrogate pair in two. */
function wholeCharacters(text: string, { start, end }: TextRange): TextRange {
  return { start: splitsPair(text, start) ? start - 1 : start, end: splitsPair(text, end) ? end + 1 : end };
}

function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
}

function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

function splitAtMarks(piece: TextPiece, marks: readonly TextRange[]): MarkedPiece[] {
  const touching = marks.filter((mark) => mark.start < piece.end && mark.end > piece.start);
  if (piece.hidden) return [{ ...piece, marked: touching.length > 0 }];
  const parts: MarkedPiece[] = [];
  const take = (start: number, end: number, marked: boolean) => {
    if (start >= end) return;
    parts.push({ text: piece.text.slice(start - piece.start, end - piece.start), hidden: false, start, end, marked });
  };
  let offset = piece.start;
  for (const mark of touching) {
    take(offset, mark.start, false);
    take(Math.max(offset, mark.start), Math.min(mark.end, piece.end), true);
    offset = mark.end;
  }
  take(offset, piece.end, false);
  return parts;
}

/** A sentence of a text by its UTF-16 offsets, `end` exclusive. */
export interface Sentence {
  start: number;
  end: number;
}

/**
 * The sentences of a text, in order. A line that starts with a capital, a bullet or a blank also starts a sentence:
 * a wrapped line may then be cut in two, which loses less than two sentences read as one.
 */
export function readSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const end = text.length;
  let start = 0;
  for (let at = 0; at < end; at += 1) {
    if (!endsSentence(text, at)) continue;
    if (at > start) sentences.push({ start, end: at });
    start = at + 1;
  }
  if (end > start) sentences.push({ start, end });
  return sentences.filter((sentence) => text.slice(sentence.start, sentence.end).trim() !== '');
}

function endsSentence(text: string, at: number): boolean {
  const char = text[at];
  if (char === '。' || char === '！' || char === '？' || char === '；') return true;
  if (char === '.' || char === '!' || char === '?') {
    const next = text[at + 1];
    return next === undefined || next === ' ' || next === '\n' || next === '\t' || next === '\r';
  }
  if (char === '|') return text[at + 1] === ' ' && text[at - 1] === ' ';
  return char === '\n' && startsLine(text, at + 1);
}

function startsLine(text: string, from: number): boolean {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at += 1;
  const char = text[at];
  return char === undefined || !(char >= 'a' && char <= 'z');
}

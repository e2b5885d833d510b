import { type EvidenceSpan, spanHolds } from '../domain/evidence.ts';
import type { ToolDefinition } from '../domain/tool.ts';

const maxQuoteLength = 160;

/** The spans that hold in the definition, shortened where a quote is long, each once. */
export function keepSpans(definition: ToolDefinition, spans: readonly EvidenceSpan[]): EvidenceSpan[] {
  const kept = new Map<string, EvidenceSpan>();
  for (const span of spans) {
    const short = shorten(span);
    if (spanHolds(definition, short)) kept.set(`${short.pointer} ${short.part} ${short.start} ${short.end}`, short);
  }
  return [...kept.values()];
}

/** The span of a quotation at a known place of a text of the definition. */
export function spanAt(pointer: string, text: string, start: number, end: number): EvidenceSpan {
  return { pointer, part: 'value', start, end, quote: text.slice(start, end) };
}

/** Never cuts a surrogate pair in two. */
function shorten(span: EvidenceSpan): EvidenceSpan {
  if (span.end - span.start <= maxQuoteLength) return span;
  const last = span.quote.charCodeAt(maxQuoteLength - 1);
  const length = last >= 0xd800 && last <= 0xdbff ? maxQuoteLength - 1 : maxQuoteLength;
  return { ...span, end: span.start + length, quote: span.quote.slice(0, length) };
}

import { type EvidenceSpan, formatPointer } from '../../domain/evidence.ts';
import { isJsonObject, type JsonValue } from '../../domain/json.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import { keepSpans } from '../find-spans.ts';
import { isEmptyTalk } from '../reading/is-empty-talk.ts';
import { readTextWords } from '../reading/read-words.ts';

const minQuoteLength = 3;

type Place = Pick<EvidenceSpan, 'pointer' | 'part'> & { text: string };

/**
 * Where each quote first stands in the definition, character by character; one that stands nowhere is left out.
 * So is one that proves nothing: a claim such as "read-only", a letter or two, or words of the annotations.
 */
export function findQuotes(definition: ToolDefinition, quotes: readonly string[]): EvidenceSpan[] {
  const places = listPlaces(definition);
  const spans = quotes.flatMap((quote) => {
    if (isEmptyTalk(quote, readTextWords(quote))) return [];
    const place = places.find(({ text }) => text === quote || (quote.length >= minQuoteLength && text.includes(quote)));
    if (!place) return [];
    const start = place.text.indexOf(quote);
    return [{ pointer: place.pointer, part: place.part, start, end: start + quote.length, quote }];
  });
  return keepSpans(definition, spans);
}

/** Every text that a span may quote, the tool's own name, title and description first. */
function listPlaces(definition: ToolDefinition): Place[] {
  const { name, title, description, annotations: _, ...rest } = definition;
  const places: Place[] = [];
  const own = Object.entries({ name, title, description });
  for (const [key, value] of [...own, ...Object.entries(rest)]) if (value !== undefined) visit(value, [key], places);
  return places;
}

function visit(value: JsonValue, keys: readonly string[], places: Place[]): void {
  const pointer = formatPointer(keys);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, [...keys, String(index)], places);
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      places.push({ pointer: formatPointer([...keys, key]), part: 'key', text: key });
      visit(item, [...keys, key], places);
    }
  } else if (value !== null) places.push({ pointer, part: 'value', text: String(value) });
}

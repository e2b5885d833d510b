import type { Listing, ToolVariation } from '../domain/crawl-outcome.ts';
import { hashDefinition } from '../domain/definition-hash.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../domain/json.ts';
import type { ToolDefinition } from '../domain/tool.ts';

/**
 * The tools that two lists of one session do not have alike. What differs is masked only where it is a date, a number,
 * a UUID or a port in both: any other difference could be a swap, so its masked hash is null.
 */
export function compareLists(first: readonly ToolDefinition[], second: readonly ToolDefinition[]): ToolVariation[] {
  const again = new Map(second.map((tool) => [tool.name, tool]));
  const named = new Set(first.map(({ name }) => name));
  const changed = first.flatMap((tool) => {
    const other = again.get(tool.name);
    if (other && hashDefinition(other) === hashDefinition(tool)) return [];
    const masked = other && maskValue(tool, other);
    return [{ name: tool.name, maskedHash: isJsonObject(masked) ? hashDefinition(masked as ToolDefinition) : null }];
  });
  const added = second.filter(({ name }) => !named.has(name));
  return [...changed, ...added.map(({ name }) => ({ name, maskedHash: null }))];
}

/** The listing with what a second list of the same session showed otherwise. */
export function withVariations(listing: Listing, again: readonly ToolDefinition[] | null): Listing {
  if (!listing.observed || !again) return listing;
  const variations = compareLists(listing.tools, again).slice(0, maxVariations);
  return { ...listing, observed: { ...listing.observed, variations } };
}

/** One sentence on the finding `definition-varies`, with a space before it; empty where there is none. */
export function sayVariations({ observed }: Listing): string {
  const names = (observed?.variations ?? []).filter(({ maskedHash }) => maskedHash === null).map(({ name }) => name);
  if (names.length === 0) return '';
  const shown = names.slice(0, 3).map((name) => name.slice(0, 100));
  const others = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return ` A definition varies within one session (definition-varies): ${shown.join(', ')}${others}.`;
}

/** A list that is new each time needs no more names to be known for it. */
const maxVariations = 100;

const mask = '‹varies›';
/** In UTF-16 code units. */
const maxMaskedLength = 64;

/** The value with what differs masked; undefined where something differs that may not be. */
function maskValue(a: JsonValue, b: JsonValue): JsonValue | undefined {
  if (typeof a === 'string' && typeof b === 'string') return maskText(a, b);
  if (typeof a === 'number' && typeof b === 'number') return Object.is(a, b) ? a : mask;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return undefined;
    const items = a.map((item, index) => maskValue(item, b[index] as JsonValue));
    return items.includes(undefined) ? undefined : (items as JsonValue[]);
  }
  if (isJsonObject(a) && isJsonObject(b)) return maskObject(a, b);
  return a === b ? a : undefined;
}

function maskObject(a: JsonObject, b: JsonObject): JsonObject | undefined {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return undefined;
  const entries = keys.map((key) => [key, maskValue(a[key] as JsonValue, b[key] as JsonValue)] as const);
  return entries.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(entries) as JsonObject);
}

/** UUIDs, ISO 8601 dates and times, names of days and months, and numbers, longest first. */
const volatile =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b|\b[AP]M\b|\d+/gi;

function maskText(a: string, b: string): string | undefined {
  if (a === b) return a;
  const [partsA, partsB] = [a, b].map((text) => ({ fixed: text.split(volatile), moving: text.match(volatile) ?? [] }));
  if (!partsA || !partsB || partsA.fixed.length !== partsB.fixed.length) return undefined;
  if (partsA.fixed.some((text, index) => text !== partsB.fixed[index])) return undefined;
  let text = partsA.fixed[0] ?? '';
  for (const [index, piece] of partsA.moving.entries()) {
    const other = partsB.moving[index] ?? '';
    if (piece !== other && Math.max(piece.length, other.length) > maxMaskedLength) return undefined;
    text += (piece === other ? piece : mask) + (partsA.fixed[index + 1] ?? '');
  }
  return text;
}

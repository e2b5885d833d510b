import type { JsonObject, JsonValue } from '../../../domain/json.ts';
import { childPlace, childPlaces, type SchemaPlace } from './schema-place.ts';

export interface AllowedValue {
  /** JSON Pointer into the definition. */
  pointer: string;
  value: JsonValue;
}

/** The values that a schema allows by name: its own, its alternatives' or its items'. Empty where any will do. */
export function allowedValues(place: SchemaPlace): AllowedValue[] {
  const items = childPlace(place, 'items');
  const holders = [[place], childPlaces(place, 'anyOf'), childPlaces(place, 'oneOf'), items ? [items] : []];
  return holders.map((holder) => holder.flatMap(ownValues)).find((values) => values.length > 0) ?? [];
}

function ownValues({ schema, pointer }: SchemaPlace): AllowedValue[] {
  if (Object.hasOwn(schema, 'const')) return [{ pointer: `${pointer}/const`, value: schema.const ?? null }];
  if (!Array.isArray(schema.enum)) return [];
  return schema.enum.map((value, index) => ({ pointer: `${pointer}/enum/${index}`, value }));
}

const bounds: Array<[keyword: string, words: string]> = [
  ['minimum', 'at least'],
  ['exclusiveMinimum', 'more than'],
  ['maximum', 'at most'],
  ['exclusiveMaximum', 'less than'],
  ['minLength', 'length at least'],
  ['maxLength', 'length at most'],
  ['minItems', 'items at least'],
  ['maxItems', 'items at most'],
  ['format', 'format'],
  ['pattern', 'pattern'],
];

/** Bounds and formats in words: `at least 1`, `format uri`. */
export function constraintsOf(schema: JsonObject): string[] {
  return bounds.flatMap(([keyword, words]) => {
    const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
    return typeof value === 'number' || typeof value === 'string' ? [`${words} ${value}`] : [];
  });
}

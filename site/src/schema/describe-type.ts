import { isJsonObject, type JsonObject } from '../../../domain/json.ts';

/** The type of a schema in a few words: `string`, `string or null`, `array of object`, `any`. */
export function describeType(schema: JsonObject, depth = 0): string {
  const names = [...new Set(typeNames(schema, depth))].slice(0, 6);
  if (names.length === 0) return 'any';
  return names.join(' or ');
}

function typeNames(schema: JsonObject, depth: number): string[] {
  if (depth > 2) return ['…'];
  const { type } = schema;
  const declared = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
  if (declared.length > 0) return declared.map((name) => (name === 'array' ? arrayType(schema, depth) : name));
  for (const keyword of ['anyOf', 'oneOf', 'allOf']) {
    const parts = schema[keyword];
    if (Array.isArray(parts)) return parts.filter(isJsonObject).flatMap((part) => typeNames(part, depth + 1));
  }
  const values = Object.hasOwn(schema, 'const') ? [schema.const] : schema.enum;
  if (Array.isArray(values)) return values.map((value) => (value === null ? 'null' : typeof value));
  if (typeof schema.$ref === 'string') return ['object'];
  return isJsonObject(schema.properties) ? ['object'] : [];
}

function arrayType({ items }: JsonObject, depth: number): string {
  const inner = isJsonObject(items) ? describeType(items, depth + 1) : 'any';
  if (inner === 'any') return 'array';
  return inner.includes(' or ') ? `array of (${inner})` : `array of ${inner}`;
}

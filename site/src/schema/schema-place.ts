import { formatPointer, parsePointer } from '../../../domain/evidence.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../domain/json.ts';

/** A schema within a definition and how it was reached. */
export interface SchemaPlace {
  schema: JsonObject;
  /** JSON Pointer into the definition. */
  pointer: string;
  /** Pointers of the references that were followed on the way here: one that comes again is a cycle. */
  followed: readonly string[];
}

/** The schema under a key of this one, or null where there is none. */
export function childPlace(place: SchemaPlace, key: string): SchemaPlace | null {
  const schema = Object.hasOwn(place.schema, key) ? place.schema[key] : undefined;
  if (!isJsonObject(schema)) return null;
  return { schema, pointer: `${place.pointer}${formatPointer([key])}`, followed: place.followed };
}

/** The schemas in an array under a key of this one. */
export function childPlaces(place: SchemaPlace, key: string): SchemaPlace[] {
  const parts = Object.hasOwn(place.schema, key) ? place.schema[key] : undefined;
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((schema, index) =>
    isJsonObject(schema) ? [{ schema, pointer: `${place.pointer}/${key}/${index}`, followed: place.followed }] : [],
  );
}

/** Follows `$ref` within the same schema document; stops at a cycle and at references that lead nowhere. */
export function followReferences(root: SchemaPlace, place: SchemaPlace): SchemaPlace {
  let current = place;
  while (typeof current.schema.$ref === 'string' && !isCycle(current)) {
    const keys = localReference(current.schema.$ref);
    const schema = keys === null ? undefined : valueAt(root.schema, keys);
    if (keys === null || !isJsonObject(schema)) return current;
    const pointer = `${root.pointer}${formatPointer(keys)}`;
    current = { schema, pointer, followed: [...current.followed, pointer] };
  }
  return current;
}

export function isCycle({ followed }: SchemaPlace): boolean {
  return new Set(followed).size < followed.length;
}

/** The keys of a reference within the same document, `#/$defs/Filter`; null for every other. */
function localReference(reference: string): string[] | null {
  if (reference !== '#' && !reference.startsWith('#/')) return null;
  try {
    return parsePointer(decodeURIComponent(reference.slice(1)));
  } catch {
    return null;
  }
}

function valueAt(root: JsonObject, keys: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const key of keys) {
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

import { isJsonObject, type JsonObject, type JsonValue } from '../domain/json.ts';

/** What stands under a path in the arguments of a call. */
export interface ReadArgument {
  /** Every value there; more than one where the path leads through an array. */
  found: JsonValue[];
  /** Somewhere on the way an object lacks the key. */
  missing: boolean;
  /** Somewhere on the way there is no object to look into. */
  misplaced: boolean;
}

/** Follows a path such as `args.items.price`. An array on the way stands for each of its elements. */
export function readArgument(args: JsonObject, path: string): ReadArgument {
  const read: ReadArgument = { found: [args], missing: false, misplaced: false };
  for (const key of path.split('.').slice(1)) {
    const holders = listElements(read.found);
    read.found = [];
    for (const holder of holders) {
      if (!isJsonObject(holder)) {
        read.misplaced = true;
        continue;
      }
      const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
      if (value === undefined) read.missing = true;
      else read.found.push(value);
    }
  }
  return read;
}

/** The values with each array replaced by its elements, at any depth. The order is not kept. */
export function listElements(values: readonly JsonValue[]): JsonValue[] {
  const elements: JsonValue[] = [];
  const pending = [...values];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (!Array.isArray(value)) elements.push(value);
    else for (const element of value) pending.push(element);
  }
  return elements;
}

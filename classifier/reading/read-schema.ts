import traverse from 'json-schema-traverse';
import { isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import { readNameWords, type Word } from './read-words.ts';

/** A property of the input schema, at any depth. */
export interface Parameter {
  name: string;
  words: Word[];
  /** JSON Pointer of its schema in the definition. */
  pointer: string;
  types: string[];
  description: string;
  /** JSON Pointer of the description: elsewhere than `pointer` where the schema is a `$ref`. */
  descriptionPointer: string;
  /** Allowed values that are strings, each with its JSON Pointer. */
  values: Array<{ value: string; pointer: string }>;
  /** Whether a call may hold any text here: a string, or a list of strings, without `enum`, `const` or a narrow format. */
  freeText: boolean;
  required: boolean;
  topLevel: boolean;
  /** Whether it allows more values than are read. */
  cutShort: boolean;
}

export interface SchemaReading {
  parameters: Parameter[];
  /** Whether something was left unread because the schema is too deep or too large. */
  cutShort: boolean;
}

const maxDepth = 256;
const maxNodes = 50_000;
const maxParameters = 2_000;
const maxValues = 500;
const rootAlternative = /^\/(anyOf|oneOf|allOf)\/\d+$/;
const narrowFormats = new Set(['date', 'date-time', 'time', 'duration', 'uuid', 'ipv4', 'ipv6', 'email', 'boolean']);

/** The parameters of `inputSchema` in the order of the schema. Local `$ref`s are followed, cycles end. */
export function readSchema(
  definition: ToolDefinition,
  key: 'inputSchema' | 'outputSchema' = 'inputSchema',
): SchemaReading {
  const schema = Object.hasOwn(definition, key) ? definition[key] : undefined;
  if (!isJsonObject(schema)) return { parameters: [], cutShort: false };
  if (!isWalkable(schema)) return { parameters: [], cutShort: true };
  const parameters: Parameter[] = [];
  const rootReference = own(schema, '$ref');
  const isTop = (parent = '') => parent === '' || `#${parent}` === rootReference || rootAlternative.test(parent);
  let cutShort = false;
  traverse(schema, { cb: visit });
  return { parameters, cutShort: cutShort || parameters.some((parameter) => parameter.cutShort) };

  function visit(
    node: traverse.SchemaObject,
    pointer: string,
    _root: unknown,
    parentPointer: string | undefined,
    keyword: string | undefined,
    parent: traverse.SchemaObject | undefined,
    property: string | number | undefined,
  ): void {
    if (keyword !== 'properties' || typeof property !== 'string' || !isJsonObject(node)) return;
    if (parameters.length >= maxParameters) {
      cutShort = true;
      return;
    }
    const required = isJsonObject(parent) && Array.isArray(parent.required) && parent.required.includes(property);
    parameters.push(
      readParameter(schema as JsonObject, node, property, `/${key}${pointer}`, key, required, isTop(parentPointer)),
    );
  }
}

function readParameter(
  root: JsonObject,
  node: JsonObject,
  name: string,
  pointer: string,
  rootKey: string,
  required: boolean,
  topLevel: boolean,
): Parameter {
  const parameter: Parameter = {
    name,
    words: readNameWords(name),
    pointer,
    types: [],
    description: '',
    descriptionPointer: `${pointer}/description`,
    values: [],
    freeText: false,
    required,
    topLevel,
    cutShort: false,
  };
  readInto(parameter, root, node, pointer, rootKey, 0);
  return parameter;
}

/** Adds what this schema, its alternatives, its items and what it refers to say of the parameter. */
function readInto(
  parameter: Parameter,
  root: JsonObject,
  node: JsonObject,
  pointer: string,
  rootKey: string,
  depth: number,
): void {
  if (depth > 6) return;
  const description = own(node, 'description');
  if (typeof description === 'string' && parameter.description === '') {
    parameter.description = description;
    parameter.descriptionPointer = `${pointer}/description`;
  }
  const type = own(node, 'type');
  const types =
    typeof type === 'string' ? [type] : Array.isArray(type) ? type.filter((t) => typeof t === 'string') : [];
  parameter.types.push(...types);
  const values = own(node, 'enum');
  if (Array.isArray(values)) {
    for (const [index, value] of values.slice(0, maxValues).entries()) {
      if (typeof value === 'string') parameter.values.push({ value, pointer: `${pointer}/enum/${index}` });
    }
    if (values.length > maxValues) parameter.cutShort = true;
  }
  const constant = own(node, 'const');
  if (typeof constant === 'string') parameter.values.push({ value: constant, pointer: `${pointer}/const` });
  const format = own(node, 'format');
  const isNarrow =
    Array.isArray(values) || constant !== undefined || (typeof format === 'string' && narrowFormats.has(format));
  if (types.includes('string') && !isNarrow) parameter.freeText = true;
  for (const keyword of ['anyOf', 'oneOf', 'allOf'] as const) {
    const alternatives = own(node, keyword);
    if (!Array.isArray(alternatives)) continue;
    for (const [index, alternative] of alternatives.entries()) {
      if (isJsonObject(alternative)) {
        readInto(parameter, root, alternative, `${pointer}/${keyword}/${index}`, rootKey, depth + 1);
      }
    }
  }
  const items = own(node, 'items');
  if (isJsonObject(items)) readInto(parameter, root, items, `${pointer}/items`, rootKey, depth + 1);
  const reference = own(node, '$ref');
  if (typeof reference === 'string' && reference.startsWith('#/')) {
    const target = resolveLocal(root, reference);
    if (target) readInto(parameter, root, target, `/${rootKey}${reference.slice(1)}`, rootKey, depth + 1);
  }
}

function resolveLocal(root: JsonObject, reference: string): JsonObject | undefined {
  let at: JsonValue | undefined = root;
  for (const escaped of reference.slice(2).split('/')) {
    const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at)) at = at[Number(key)];
    else if (isJsonObject(at)) at = own(at, key);
    else return undefined;
  }
  return isJsonObject(at) ? at : undefined;
}

/** Whether the recursive walk of json-schema-traverse ends well: neither too deep for the stack nor too large. */
function isWalkable(schema: JsonObject): boolean {
  let level: JsonValue[] = [schema];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > maxDepth || nodes > maxNodes) return false;
    const next: JsonValue[] = [];
    for (const value of level) {
      const children = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
      for (const child of children) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return true;
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

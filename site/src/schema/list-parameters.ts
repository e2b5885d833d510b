import { isJsonObject } from '../../../domain/json.ts';
import type { ToolDefinition } from '../../../domain/tool.ts';
import { describeType } from './describe-type.ts';
import { type AllowedValue, allowedValues, constraintsOf } from './parameter-facts.ts';
import { childPlace, childPlaces, followReferences, isCycle, type SchemaPlace } from './schema-place.ts';

/** One parameter of a tool, nested ones included, as its input schema describes it. */
export interface Parameter {
  /** Path in a call's arguments: `filter.tags[].name`. */
  path: string;
  /** Its last part, as the schema has it. */
  key: string;
  depth: number;
  /** JSON Pointers under which findings and evidence may name this parameter: its own place, then what it refers to. */
  pointers: string[];
  type: string;
  required: boolean;
  description: { pointer: string; text: string } | null;
  allowed: AllowedValue[];
  /** The declared default as JSON; null where none is declared. */
  defaultJson: string | null;
  constraints: string[];
}

export interface ParameterList {
  parameters: Parameter[];
  /** How many more there are that are not listed: too deep or too many. */
  omitted: number;
}

const maxDepth = 4;
const maxParameters = 150;
/** Bounds the alternatives that are looked into: a schema can multiply them by referring to itself. */
const maxVariants = 2_000;

/** Every parameter of the input schema in the schema's order, children behind their parent; local references resolved. */
export function listParameters(definition: ToolDefinition): ParameterList {
  const { inputSchema } = definition;
  if (!isJsonObject(inputSchema)) return { parameters: [], omitted: 0 };
  return new ParameterWalk({ schema: inputSchema, pointer: '/inputSchema', followed: [] }).list;
}

class ParameterWalk {
  readonly list: ParameterList = { parameters: [], omitted: 0 };
  readonly #root: SchemaPlace;
  #variantsLeft = maxVariants;

  constructor(root: SchemaPlace) {
    this.#root = root;
    this.#visit(this.#follow(root), '', 0);
  }

  #visit(place: SchemaPlace, path: string, depth: number): void {
    for (const { key, child, required } of this.#properties(place)) {
      const { parameters } = this.list;
      if (depth >= maxDepth || parameters.length >= maxParameters) {
        this.list.omitted += 1;
        continue;
      }
      const target = this.#follow(child);
      const childPath = path === '' ? key : `${path}.${key}`;
      parameters.push(toParameter(child, target, { path: childPath, key, depth, required }));
      this.#visit(target, childPath, depth + 1);
      const items = childPlace(target, 'items');
      if (items) this.#visit(this.#follow(items), `${childPath}[]`, depth + 1);
    }
  }

  *#properties(place: SchemaPlace): Generator<{ key: string; child: SchemaPlace; required: boolean }> {
    const seen = new Set<string>();
    for (const variant of this.#variants(place, 0)) {
      const properties = childPlace(variant, 'properties');
      const required = new Set(Array.isArray(variant.schema.required) ? variant.schema.required : []);
      for (const key of Object.keys(properties?.schema ?? {})) {
        const child = properties && childPlace(properties, key);
        if (!child || seen.has(key)) continue;
        seen.add(key);
        yield { key, child, required: required.has(key) };
      }
    }
  }

  /** The schema itself, then the parts and alternatives that it is made of. */
  *#variants(place: SchemaPlace, depth: number): Generator<SchemaPlace> {
    if (isCycle(place) || depth > maxDepth || this.#variantsLeft <= 0) return;
    this.#variantsLeft -= 1;
    yield place;
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      for (const part of childPlaces(place, keyword)) yield* this.#variants(this.#follow(part), depth + 1);
    }
  }

  #follow(place: SchemaPlace): SchemaPlace {
    return followReferences(this.#root, place);
  }
}

function toParameter(
  own: SchemaPlace,
  target: SchemaPlace,
  place: Pick<Parameter, 'path' | 'key' | 'depth' | 'required'>,
): Parameter {
  const describing = [own, target].find(({ schema }) => typeof schema.description === 'string');
  const defaulting = [own, target].find(({ schema }) => Object.hasOwn(schema, 'default'));
  return {
    ...place,
    pointers: [...new Set([own.pointer, ...target.followed.slice(own.followed.length)])],
    type: isCycle(target) ? 'refers back to itself' : describeType(target.schema),
    description: describing
      ? { pointer: `${describing.pointer}/description`, text: String(describing.schema.description) }
      : null,
    allowed: allowedValues(target),
    defaultJson: defaulting ? JSON.stringify(defaulting.schema.default) : null,
    constraints: constraintsOf(target.schema),
  };
}

import type { RejectedTool } from '../domain/crawl-outcome.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import type { ToolDefinition } from '../domain/tool.ts';
import type { CrawlLimits } from './limits.ts';

const maxNameLength = 1000;

/**
 * Takes a tool as its server gave it, all but `_meta`, or says why not. Nothing is altered or completed: unknown keys
 * and own `__proto__` keys stay. The value has to come from JSON.parse, or at least hold no cycles.
 */
export function parseTool(
  raw: unknown,
  limits: Pick<CrawlLimits, 'maxDefinitionDepth' | 'maxDefinitionLength'>,
): { tool: ToolDefinition } | { rejected: RejectedTool } {
  if (!isJsonObject(raw))
    return reject(
      null,
      `Expected an object; got ${Array.isArray(raw) ? 'an array' : raw === null ? 'null' : typeof raw}.`,
    );
  const name = Object.hasOwn(raw, 'name') ? raw.name : undefined;
  if (typeof name !== 'string') return reject(null, `Expected a name that is a string; got ${typeof name}.`);
  if (name === '') return reject(name, 'Expected a name; got an empty one.');
  if (name.length > maxNameLength)
    return reject(`${name.slice(0, 100)}…`, `The name is ${name.length} characters long, more than ${maxNameLength}.`);
  if (isDeeperThan(raw, limits.maxDefinitionDepth))
    return reject(name, `The definition is nested deeper than ${limits.maxDefinitionDepth} levels.`);
  const tool = withoutMeta(raw);
  const length = JSON.stringify(tool).length;
  if (length > limits.maxDefinitionLength)
    return reject(name, `The definition is ${length} characters long, more than ${limits.maxDefinitionLength}.`);
  return { tool: tool as ToolDefinition };
}

function reject(name: string | null, reason: string): { rejected: RejectedTool } {
  return { rejected: { name, reason } };
}

/** Counts the value itself as level 1. Level by level, because a stranger's nesting would overflow the stack. */
function isDeeperThan(value: unknown, maxDepth: number): boolean {
  let level = [value];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    level = level.filter((one) => typeof one === 'object' && one !== null);
  }
  return false;
}

function withoutMeta(raw: JsonObject): JsonObject {
  // Object.fromEntries defines keys where an assignment to __proto__ would set the prototype.
  return Object.fromEntries(Object.entries(raw).filter(([key]) => key !== '_meta'));
}

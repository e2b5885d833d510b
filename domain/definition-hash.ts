import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { JsonValue } from './json.ts';
import type { ToolContext, ToolDefinition } from './tool.ts';

/** SHA-256, in hex, of everything in the definition that a model can see: two equal hashes are one definition. */
export function hashDefinition(definition: ToolDefinition): string {
  return sha256(definition);
}

/**
 * The key of a judgement: the rules' version, the definition and exactly the context that rules may read.
 * Same key, same judgement; nothing else may be looked at by a rule.
 */
export function judgementKey(ruleset: string, definition: ToolDefinition, context: ToolContext): string {
  return sha256([ruleset, hashDefinition(definition), context.server, context.instructions, [...context.siblings]]);
}

function sha256(value: JsonValue): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

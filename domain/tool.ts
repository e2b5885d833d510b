import type { JsonObject } from './json.ts';

/**
 * A tool as its server's tools/list gave it, unknown keys included, `_meta` left out.
 * Every text in it is written by a stranger: escape it, cap it, never obey it.
 * Shape: MCP specification 2025-11-25, schema `Tool`. Only `name` is certain to be there and a string;
 * the other known keys are read through functions that check.
 */
export type ToolDefinition = JsonObject & { name: string };

/** What the classifier may know beside the definition itself. Part of the judgement key. */
export interface ToolContext {
  /** `<source>:<name>`, or any label where definitions come from a file. */
  server: string;
  /** The server's `instructions`, or null. */
  instructions: string | null;
  /** Names of all tools of the same list, this one's included, in list order. */
  siblings: readonly string[];
}

import { canonicalJson } from './canonical-json.ts';
import type { ToolDefinition } from './tool.ts';

/** English text and JSON come to about four bytes a token with today's models. */
const bytesPerToken = 4;

/** About how many tokens a model reads when it is given these definitions: UTF-8 bytes of their JSON, by four. */
export function estimateTokens(definitions: readonly ToolDefinition[]): number {
  const bytes = definitions.reduce((sum, each) => sum + new TextEncoder().encode(canonicalJson(each)).length, 0);
  return Math.ceil(bytes / bytesPerToken);
}

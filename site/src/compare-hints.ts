import type { Classification } from '../../domain/classification.ts';
import { isJsonObject } from '../../domain/json.ts';
import type { ToolDefinition } from '../../domain/tool.ts';

/** One of the four hints: what the author declares, what a client must take it for, and what was found. */
export interface HintComparison {
  hint: 'readOnlyHint' | 'destructiveHint' | 'idempotentHint' | 'openWorldHint';
  /** Null where the author declares nothing usable: absent is not false. */
  declared: boolean | null;
  effective: boolean;
  found: string;
}

/** Defaults of the MCP specification 2025-11-25, schema `ToolAnnotations`. */
const defaults = { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true } as const;

export function compareHints(definition: ToolDefinition, judged: Classification): HintComparison[] {
  const annotations = isJsonObject(definition.annotations) ? definition.annotations : {};
  const found: Record<HintComparison['hint'], string> = {
    readOnlyHint: judged.basis === 'assumed' ? 'not known' : String(judged.category === 'Read'),
    destructiveHint: judged.basis === 'assumed' ? 'not known' : String(destroys(judged)),
    idempotentHint: 'not judged',
    openWorldHint: reachesOutside(judged) ? 'true' : 'no sign of it',
  };
  return (Object.keys(defaults) as Array<HintComparison['hint']>).map((hint) => {
    const value = Object.hasOwn(annotations, hint) ? annotations[hint] : undefined;
    const declared = typeof value === 'boolean' ? value : null;
    return { hint, declared, effective: declared ?? defaults[hint], found: found[hint] };
  });
}

/** Whether the author says anything by hints. */
export function declaresHints({ annotations }: ToolDefinition): boolean {
  return isJsonObject(annotations) && Object.keys(defaults).some((hint) => typeof annotations[hint] === 'boolean');
}

function destroys({ destructive, effects }: Classification): boolean {
  return destructive || effects.includes('delete');
}

function reachesOutside({ effects, exposure }: Classification): boolean {
  return effects.includes('send') || exposure.includes('outbound') || exposure.includes('untrusted');
}

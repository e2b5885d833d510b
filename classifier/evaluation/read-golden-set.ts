import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { categories, effects, exposures, riskLevels } from '../../domain/classification.ts';
import { isJsonObject } from '../../domain/json.ts';
import type { ToolContext, ToolDefinition } from '../../domain/tool.ts';

/** Servers of `tune` may guide the rules; those of `test` are only measured. */
const splits = ['tune', 'test'] as const;
export type Split = (typeof splits)[number];

const listSchema = z.object({
  server: z.string(),
  version: z.string(),
  license: z.string(),
  split: z.enum(splits),
  instructions: z.string().nullable(),
  tools: z.array(z.custom<ToolDefinition>((value) => isJsonObject(value) && typeof value.name === 'string')),
});

const labelSchema = z.strictObject({
  name: z.string(),
  category: z.enum(categories),
  risk: z.enum(riskLevels),
  destructive: z.boolean(),
  financial: z.boolean(),
  effects: z.array(z.enum(effects)),
  exposure: z.array(z.enum(exposures)),
  reason: z.string().min(10),
});

export type GoldenLabel = z.infer<typeof labelSchema>;

/** One real definition with the label that a reader gave it, and the context that it is judged in. */
export interface GoldenTool {
  definition: ToolDefinition;
  label: GoldenLabel;
  context: ToolContext;
  split: Split;
}

const folder = join(import.meta.dirname, 'golden');

/** The golden set, server by server: see golden/README.md. Throws where a list and its labels do not fit together. */
export function readGoldenSet(): GoldenTool[] {
  return readdirSync(join(folder, 'servers'))
    .toSorted()
    .flatMap((file) => readServer(file));
}

function readServer(file: string): GoldenTool[] {
  const list = listSchema.parse(readJson('servers', file));
  const labels = z.array(labelSchema).parse(readJson('labels', file));
  const context = {
    server: list.server,
    instructions: list.instructions,
    siblings: list.tools.map((tool) => tool.name),
  };
  return list.tools.map((definition, at) => {
    const label = labels[at];
    if (label?.name !== definition.name || labels.length !== list.tools.length) {
      throw new Error(`Expected golden/labels/${file} to label ${definition.name} at ${at}; got ${label?.name}`);
    }
    return { definition, label, context, split: list.split };
  });
}

function readJson(kind: 'servers' | 'labels', file: string): unknown {
  return JSON.parse(readFileSync(join(folder, kind, file), 'utf8'));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Classification, categories, riskLevels } from '../domain/classification.ts';
import type { ToolContext, ToolDefinition } from '../domain/tool.ts';
import { recommendToolPolicy } from '../policy/recommend-policy.ts';
import { classifyTool } from './classify-tool.ts';
import { readGoldenSet } from './evaluation/read-golden-set.ts';

const golden = readGoldenSet();
const claims = [
  'This tool is read-only and safe.',
  'Safe.',
  'Only reads data.',
  'This never changes anything.',
  'Read-only: returns information.',
  'Idempotent and harmless; no side effects.',
  'Lists rooms.',
  'Returns a summary of what it found.',
];
const sentences = [
  ...claims,
  ...golden
    .flatMap(({ definition }) => textOf(definition).split(/(?<=[.!?])\s+|\n+/))
    .filter((each) => each.trim() !== ''),
];

function textOf({ description }: ToolDefinition): string {
  return typeof description === 'string' ? description : '';
}

/** A statement of its own behind what stands there; a tool without a description would get its description that way. */
function append(definition: ToolDefinition, sentence: string): ToolDefinition {
  const text = textOf(definition).trimEnd();
  return { ...definition, description: `${text}${/[.!?:]$/.test(text) ? '' : '.'} ${sentence}` };
}

/** How much a policy lets pass in a minute: blocked or hidden 0, limited its limit, free without end. */
function freedom(definition: ToolDefinition, judged: Classification): number {
  const { hide = [], tools } = recommendToolPolicy({ ...judged, name: definition.name });
  const rules = tools?.[definition.name];
  if (hide.includes(definition.name) || !rules || rules.deny_if) return 0;
  return Math.min(Number.POSITIVE_INFINITY, ...(rules.limits ?? []).map((limit) => limit.max));
}

function assertNotLowered(definition: ToolDefinition, context: ToolContext, sentence: string): void {
  const before = classifyTool(definition, context);
  const changed = append(definition, sentence);
  const after = classifyTool(changed, context);
  const told = `${definition.name} + ${JSON.stringify(sentence)}`;
  assert.ok(freedom(changed, after) <= freedom(definition, before), `the policy of ${told}`);
  if (after.restsOnClaim) return;
  assert.ok(categories.indexOf(after.category) >= categories.indexOf(before.category), `the category of ${told}`);
  assert.ok(riskLevels.indexOf(after.risk) >= riskLevels.indexOf(before.risk), `the risk of ${told}`);
}

test('no sentence behind a description lowers category, risk or policy', () => {
  const described = golden.filter(({ definition }) => textOf(definition).trim() !== '');
  fc.assert(
    fc.property(fc.constantFrom(...described), fc.constantFrom(...sentences), ({ definition, context }, sentence) =>
      assertNotLowered(definition, context, sentence),
    ),
    { numRuns: 10_000 },
  );
});

test('a claim alone makes no tool Read', () => {
  for (const claim of claims.slice(0, 6)) {
    const definition = { name: 'frobnicate', description: claim };
    const judged = classifyTool(definition, { server: 'npm:x', instructions: null, siblings: [] });
    assert.deepEqual([judged.basis, judged.category], ['assumed', 'Write'], claim);
  }
});

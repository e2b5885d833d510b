import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { categories, riskLevels } from '../domain/classification.ts';
import { spanHolds } from '../domain/evidence.ts';
import type { JsonObject, JsonValue } from '../domain/json.ts';
import type { ToolDefinition } from '../domain/tool.ts';
import { classifyTool } from './classify-tool.ts';
import { rules } from './rules/index.ts';

function classify(definition: ToolDefinition, siblings: readonly string[] = [definition.name], server = 'npm:example') {
  return classifyTool(definition, { server, instructions: null, siblings });
}

const ordinary: ToolDefinition[] = rules.flatMap((rule) =>
  [...rule.examples.flags, ...rule.examples.ignores].map((example) => example.tool),
);

test('an asynchronous, billed generation is Execute at high, and metered use is not pay', () => {
  const judged = classify(
    {
      name: 'policy_generation_start',
      description:
        'Start a Cedar policy generation.\n\nCOST WARNING: each invocation incurs\ncharges. Poll for the result.',
    },
    ['policy_generation_start', 'policy_generation_get', 'policy_create', 'policy_delete'],
  );
  assert.deepEqual(
    [judged.category, judged.risk, judged.destructive, judged.financial, judged.effects],
    ['Execute', 'high', false, false, ['execute']],
  );
  const charge = judged.findings.find((finding) => finding.rule === 'incurs-charges');
  assert.ok(charge?.evidence.some((span) => span.quote.startsWith('incurs')));
  assert.match(judged.rationale, /Cedar policy generation/);
  assert.match(judged.rationale, /Costs money/);
});

test('without evidence either way the cautious class is assumed', () => {
  for (const name of ['blob', 'x', '', '\u0000']) {
    const judged = classify({ name });
    assert.deepEqual(
      [judged.category, judged.risk, judged.basis, judged.confidence],
      ['Write', 'high', 'assumed', 'low'],
    );
  }
});

test('name and schema win over a text that contradicts them', () => {
  const judged = classify({ name: 'cancel_dca_order', description: 'Create a DCA order.' });
  assert.deepEqual([judged.category, judged.destructive, judged.financial], ['Write', true, false]);
});

test('a stated restriction of a query rests on a claim, the bare word read-only does not', () => {
  const inputSchema = { type: 'object', properties: { sql: { type: 'string' } } };
  const stated = classify({ name: 'query', description: 'Runs SQL in a read-only transaction.', inputSchema });
  assert.deepEqual([stated.category, stated.restsOnClaim], ['Read', true]);
  const claimed = classify({ name: 'query', description: 'Runs a read-only SQL query.', inputSchema });
  assert.deepEqual([claimed.category, claimed.risk, claimed.restsOnClaim], ['Execute', 'critical', false]);
});

test('a deleting sentence does not hide behind the length of a description', () => {
  const judged = classify({
    name: 'get_note',
    description: `Get a note. ${'More words. '.repeat(8_000)}Deletes all notes.`,
  });
  assert.notEqual(judged.category, 'Read');
});

test('a claim of safety at the end of a description lowers nothing', () => {
  const claims = [
    'this tool is read-only and safe',
    'This tool is read-only and safe.',
    'Read-only. Never deletes.',
    'It only reads data.',
  ];
  for (const tool of ordinary) {
    const plain = classify(tool);
    for (const claim of claims) {
      const description = `${typeof tool.description === 'string' ? tool.description : ''}\n${claim}`;
      const claimed = classify({ ...tool, description });
      const context = `${tool.name}: ${claim}`;
      assert.ok(categories.indexOf(claimed.category) >= categories.indexOf(plain.category), context);
      assert.ok(riskLevels.indexOf(claimed.risk) >= riskLevels.indexOf(plain.risk), context);
      assert.ok(claimed.destructive || !plain.destructive, context);
    }
  }
});

test('no tool whose name plainly deletes is Read, whatever its description says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('delete', 'remove', 'drop', 'purge', 'wipe', 'destroy'),
      fc.string(),
      (verb, description) => {
        assert.notEqual(classify({ name: `${verb}_room`, description }).category, 'Read');
        assert.notEqual(
          classify({ name: `room_${verb}`, description: `Returns a room. ${description}` }).category,
          'Read',
        );
      },
    ),
  );
});

const words = fc.constantFrom(
  'get',
  'delete',
  'send',
  'SQL',
  'Use this to',
  '. ',
  '\n',
  'a room',
  '删除',
  '\ud800',
  '\u202e',
  '`',
  '__proto__',
  '|',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
);
const anyDefinition = fc
  .record({
    name: anyText,
    title: fc.oneof(anyText, fc.constant(null)),
    description: fc.oneof(anyText, fc.constant(5)),
    inputSchema: fc.oneof(
      fc.jsonValue(),
      fc.record({ type: fc.constant('object'), properties: fc.dictionary(anyText, fc.jsonValue()) }),
    ),
    annotations: fc.jsonValue(),
  })
  .map((value) => value as JsonObject & { name: string } satisfies JsonValue);

test('whatever a definition holds, every span holds and a judgement by rules has evidence', () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      const judged = classify(definition);
      const spans = [
        ...judged.evidence,
        ...judged.findings.flatMap((finding) => finding.evidence),
        ...judged.contradictions.flatMap((each) => each.evidence),
        ...judged.suspicions.flatMap((each) => each.evidence),
      ];
      for (const span of spans) assert.ok(spanHolds(definition, span), JSON.stringify(span));
      assert.ok(judged.findings.every((finding) => finding.evidence.length > 0));
      assert.ok(judged.basis === 'assumed' || judged.evidence.length > 0);
      assert.ok(judged.rationale.length > 0);
      assert.deepEqual(classify(definition), judged);
    }),
    { numRuns: 500 },
  );
});

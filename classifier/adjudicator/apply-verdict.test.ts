import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Classification,
  categories,
  confidences,
  effects,
  exposures,
  riskLevels,
} from '../../domain/classification.ts';
import { spanHolds } from '../../domain/evidence.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import { classifyTool } from '../classify-tool.ts';
import { rules } from '../rules/index.ts';
import { applyVerdict } from './apply-verdict.ts';
import type { Verdict } from './verdict.ts';

const tools: ToolDefinition[] = [
  { name: 'zorb' },
  ...rules.flatMap(({ examples }) => [...examples.flags, ...examples.ignores].map((example) => example.tool)),
].filter((tool) => JSON.stringify(tool).length < 10_000);

const judge = (tool: ToolDefinition) =>
  classifyTool(tool, { server: 'npm:example', instructions: null, siblings: [tool.name] });

function anyVerdict(tool: ToolDefinition): fc.Arbitrary<Verdict> {
  const text = typeof tool.description === 'string' ? tool.description : tool.name;
  const part = fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => text.slice(Math.min(a, b), Math.max(a, b)));
  return fc.record({
    effects: fc.array(fc.constantFrom(...effects), { maxLength: 4 }),
    exposure: fc.array(fc.constantFrom(...exposures), { maxLength: 3 }),
    risk: fc.constantFrom(...riskLevels),
    confidence: fc.constantFrom(...confidences),
    quotes: fc.array(fc.oneof(part, fc.constant(tool.name), fc.string({ unit: 'binary' })), { maxLength: 4 }),
    rationale: fc.string({ unit: 'binary' }),
  });
}

const severity = ({ category, risk, destructive, financial }: Classification) => [
  categories.indexOf(category),
  riskLevels.indexOf(risk),
  Number(destructive),
  Number(financial),
];

test('no verdict lowers what the rules found, and none counts without words of the definition', () => {
  const asked = fc.constantFrom(...tools).chain((tool) => fc.tuple(fc.constant(tool), anyVerdict(tool)));
  fc.assert(
    fc.property(asked, ([tool, verdict]) => {
      const judged = judge(tool);
      const settled = applyVerdict(tool, judged, verdict, 'example');
      if (settled === judged) return;
      const own = settled.findings.at(-1);
      assert.equal(settled.basis, 'model');
      assert.ok(own && own.evidence.length > 0);
      for (const span of [...settled.evidence, ...own.evidence]) assert.ok(spanHolds(tool, span));
      assert.doesNotMatch(settled.rationale, /[\p{Cc}\p{Cf}]/u);
      assert.equal(settled.restsOnClaim, judged.restsOnClaim);
      if (judged.basis === 'assumed') return;
      assert.ok(judged.effects.every((effect) => settled.effects.includes(effect)));
      assert.ok(judged.exposure.every((exposure) => settled.exposure.includes(exposure)));
      const before = severity(judged);
      assert.ok(severity(settled).every((level, at) => level >= (before[at] ?? 0)));
    }),
    { numRuns: 2_000 },
  );
});

test('an effect or an exposure that a verdict adds costs what the tables say, whatever risk it names', () => {
  const rows: Array<[Partial<Verdict>, Partial<Classification>]> = [
    [{ effects: ['pay'] }, { category: 'Execute', risk: 'critical', financial: true, destructive: false }],
    [{ effects: ['delete'] }, { category: 'Write', risk: 'high', financial: false, destructive: true }],
    [
      { effects: ['execute'], exposure: ['unbounded'] },
      { category: 'Execute', risk: 'critical', destructive: true },
    ],
    [
      { effects: ['read'], exposure: ['private'] },
      { category: 'Read', risk: 'medium', destructive: false },
    ],
    [
      { effects: ['read'], risk: 'high' },
      { category: 'Read', risk: 'high', destructive: false },
    ],
  ];
  const tool = { name: 'zorb' };
  for (const [said, expected] of rows) {
    const verdict: Verdict = {
      effects: [],
      exposure: [],
      risk: 'low',
      confidence: 'high',
      quotes: ['zorb'],
      rationale: 'Zorbs.',
      ...said,
    };
    assert.partialDeepStrictEqual(applyVerdict(tool, judge(tool), verdict, 'example'), expected);
  }
});

test('a declared hint is compared with what the model found, too', () => {
  const tool = { name: 'zorb', annotations: { readOnlyHint: true } };
  const verdict: Verdict = {
    effects: ['delete'],
    exposure: [],
    risk: 'high',
    confidence: 'high',
    quotes: ['zorb'],
    rationale: 'Zorbs.',
  };
  const [contradiction] = applyVerdict(tool, judge(tool), verdict, 'example').contradictions;
  assert.deepEqual([contradiction?.hint, contradiction?.severity], ['readOnlyHint', 'dangerous']);
});

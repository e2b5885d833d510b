import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type PolicyDocument, policyDocumentSchema } from '../domain/policy-document.ts';
import { evaluateCall, listVisibleTools } from './evaluate.ts';
import type { JudgedTool } from './judged-tool.ts';
import { recommendServerPolicy, recommendToolPolicy } from './recommend-policy.ts';
import { serverPresets } from './server-presets.ts';
import { anyTool, judgedTool } from './testing/judged-tool.ts';

function limited(name: string, max: number, window: string) {
  return { tools: { [name]: { limits: [{ counter: `${name}_rate`, window, max, scope: 'grant' }] } } };
}
function blocked(name: string, on_deny: string) {
  return { tools: { [name]: { deny_if: [{ conditions: [], on_deny }] } } };
}
const unclear = 'The definition does not show what this tool does.';

const base: Array<[string, Partial<JudgedTool>, object]> = [
  ['a read stays allowed', { category: 'Read' }, { tools: { t: {} } }],
  ['a write is capped', { category: 'Write' }, limited('t', 30, 'minute')],
  ['an execution is capped lower', {}, limited('t', 10, 'minute')],
  ['a destructive tool is hidden', { destructive: true }, { hide: ['t'] }],
  ['a financial tool is blocked', { financial: true, destructive: true }, blocked('t', 'This tool moves money.')],
  ['an unclear tool is blocked', { category: 'Write', basis: 'assumed' }, blocked('t', unclear)],
  ['an unclear destructive tool is blocked', { destructive: true, basis: 'assumed' }, blocked('t', unclear)],
  ['a read of secrets is capped', { category: 'Read', exposure: ['secrets'] }, limited('t', 10, 'hour')],
  ['a read that rests on a claim is hidden', { category: 'Read', restsOnClaim: true }, { hide: ['t'] }],
];
for (const [title, changes, expected] of base) {
  test(`On a tool's page ${title}.`, () => {
    assert.deepEqual(recommendToolPolicy(judgedTool('t', changes)), { version: '1', default: 'deny', ...expected });
  });
}

test('The policy of policy_generation_start is exactly one limit of ten a minute.', () => {
  assert.equal(
    JSON.stringify(recommendToolPolicy(judgedTool('policy_generation_start'))),
    '{"version":"1","default":"deny","tools":{"policy_generation_start":{"limits":[{"counter":"policy_generation_start_rate","window":"minute","max":10,"scope":"grant"}]}}}',
  );
});

test('A destructive tool called * is blocked, and does not hide the others.', () => {
  const policy = recommendServerPolicy(
    [judgedTool('*', { destructive: true }), judgedTool('look', { category: 'Read' })],
    'recommended',
  );
  assert.equal(policy.hide, undefined);
  assert.equal(evaluateCall(policy, { tool: '*', arguments: {} }).allowed, false);
  assert.equal(evaluateCall(policy, { tool: 'look', arguments: {} }).allowed, true);
});

test('Of two tools by one name the stricter counts.', () => {
  const [read, execute, destroy] = [
    judgedTool('t', { category: 'Read' }),
    judgedTool('t'),
    judgedTool('t', { destructive: true }),
  ];
  assert.deepEqual(recommendServerPolicy([execute, read], 'recommended').tools, limited('t', 10, 'minute').tools);
  assert.deepEqual(recommendServerPolicy([destroy, read], 'recommended'), {
    version: '1',
    default: 'deny',
    hide: ['t'],
  });
});

const anyServer = fc.uniqueArray(anyTool, { selector: ({ name }) => name, maxLength: 8 });

test('Every recommended policy passes the schema, survives JSON and names every tool.', () => {
  fc.assert(
    fc.property(anyServer, fc.constantFrom(...serverPresets), (tools, preset) => {
      const policy = recommendServerPolicy(tools, preset);
      const again = parse(JSON.stringify(policy));
      assert.equal(JSON.stringify(again), JSON.stringify(policy));
      const names = [...Object.keys(again.tools ?? {}), ...(again.hide ?? [])];
      assert.deepEqual(new Set(names), new Set(tools.map(({ name }) => name)));
      for (const tool of tools) {
        const own = parse(JSON.stringify(recommendToolPolicy(tool)));
        assert.deepEqual([...Object.keys(own.tools ?? {}), ...(own.hide ?? [])], [tool.name]);
      }
    }),
  );
});

test('read-only never lets pass what is not a read, nor what nobody judged, nor what rests on a claim.', () => {
  fc.assert(
    fc.property(anyServer, (tools) => {
      const policy = recommendServerPolicy(tools, 'read-only');
      for (const tool of tools) {
        const harmless = tool.category === 'Read' && !tool.destructive && !tool.financial && !tool.restsOnClaim;
        const { allowed } = evaluateCall(policy, { tool: tool.name, arguments: {} });
        assert.equal(allowed, harmless && tool.basis !== 'assumed');
      }
    }),
  );
});

test('everything-capped lets every tool pass at first and none a thousand times in a minute.', () => {
  fc.assert(
    fc.property(anyServer, (tools) => {
      const policy = recommendServerPolicy(tools, 'everything-capped');
      assert.deepEqual(
        listVisibleTools(
          policy,
          tools.map(({ name }) => name),
        ).length,
        tools.length,
      );
      for (const { name } of tools) {
        const call = { tool: name, arguments: {} };
        assert.deepEqual(evaluateCall(policy, call), { allowed: true });
        const allowed = Array.from({ length: 1_000 }, () => ({ tool: name, atMs: 0 }));
        assert.equal(evaluateCall(policy, call, { nowMs: 0, allowed }).allowed, false);
      }
    }),
    { numRuns: 30 },
  );
});

test('A tool that may return secrets is never allowed without a limit, whatever the preset.', () => {
  fc.assert(
    fc.property(anyTool, fc.constantFrom(...serverPresets), (tool, preset) => {
      const policy = recommendServerPolicy([{ ...tool, exposure: ['secrets'] }], preset);
      const rules = Object.values(policy.tools ?? {});
      assert.ok(rules.every(({ deny_if, limits }) => deny_if !== undefined || limits !== undefined));
    }),
  );
});

function parse(text: string): PolicyDocument {
  return policyDocumentSchema.parse(JSON.parse(text));
}

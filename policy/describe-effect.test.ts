import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PolicyCondition, PolicyDocument, ToolRules } from '../domain/policy-document.ts';
import { describeEffect } from './describe-effect.ts';
import { evaluateCall, listVisibleTools } from './evaluate.ts';
import { recommendServerPolicy, recommendToolPolicy } from './recommend-policy.ts';
import { serverPresets } from './server-presets.ts';
import { anyName, anyTool, judgedTool } from './testing/judged-tool.ts';
import { toolEffect } from './tool-effect.ts';

const read = (name: string) => judgedTool(name, { category: 'Read' });
const destroy = (name: string) => judgedTool(name, { destructive: true });
const rate: ToolRules = { limits: [{ counter: 'x_rate', window: 'day', max: 1, scope: 'grant' }] };
const sentences: Array<[PolicyDocument, string]> = [
  [
    recommendToolPolicy(judgedTool('x')),
    'Allows `x` at most 10 times a minute; every other tool of this server is denied.',
  ],
  [recommendToolPolicy(read('x')), 'Allows `x` without a limit; every other tool of this server is denied.'],
  [
    recommendToolPolicy(destroy('x')),
    'Hides `x` from the agent; every other tool of this server is denied, so nothing is left usable.',
  ],
  [
    recommendToolPolicy(judgedTool('x', { financial: true })),
    'Denies every call to `x`; every other tool of this server is denied, so nothing is left usable.',
  ],
  [
    recommendServerPolicy([judgedTool('a'), read('b'), judgedTool('c'), destroy('d')], 'recommended'),
    'Allows `a` and `c` at most 10 times a minute each; allows `b` without a limit; hides `d` from the agent; every other tool of this server is denied.',
  ],
  [
    recommendServerPolicy(['a', 'b', 'c', 'd', 'e'].map(read), 'recommended'),
    'Allows `a`, `b`, `c` and 2 more without a limit; every other tool of this server is denied.',
  ],
  [recommendServerPolicy([], 'recommended'), 'Every tool of this server is denied, so nothing is left usable.'],
  [{ version: '1', default: 'allow' }, 'Every tool of this server is allowed.'],
  [{ version: '1', default: 'allow', hide: ['*'] }, 'Hides every tool of this server: nothing is left usable.'],
  [
    {
      version: '1',
      default: 'allow',
      all_tools: { limits: [{ counter: 'all', window: 'hour', max: 120, scope: 'grant' }] },
      tools: {
        x: { ...rate, deny_if: [{ conditions: [{ path: 'args.n', op: 'gt', value: 1 }], on_deny: '' }] },
      },
    },
    'Allows `x` where the arguments pass, at most once a day; every other tool of this server is allowed. All calls together: at most 120 times an hour.',
  ],
  [
    { version: '1', default: 'deny', tools: { 'a`\u202eb\nc': {} } },
    "Allows `a'‹U+202E›b c` without a limit; every other tool of this server is denied.",
  ],
];
for (const [policy, sentence] of sentences) {
  test(`A policy is described so: ${JSON.stringify(sentence)}`, () => assert.equal(describeEffect(policy), sentence));
}

const window = fc.constantFrom('minute', 'hour', 'day');
const anyLimits = fc.array(
  fc.record({
    counter: fc.constantFrom('p', 'q'),
    window,
    max: fc.integer({ min: 0, max: 3 }),
    scope: fc.constant('grant' as const),
  }),
  { maxLength: 2 },
);
const anyClauses = fc.array(fc.record({ conditions: fc.constant<PolicyCondition[]>([]), on_deny: fc.constant('no') }), {
  maxLength: 1,
});
const anyRules: fc.Arbitrary<ToolRules> = fc.record(
  { deny_if: anyClauses, require: anyClauses, limits: anyLimits },
  { requiredKeys: [] },
);
const anyPolicy: fc.Arbitrary<PolicyDocument> = fc.record(
  {
    version: fc.constant('1' as const),
    default: fc.constantFrom('allow', 'deny'),
    hide: fc.array(anyName, { maxLength: 2 }),
    all_tools: fc.record({ limits: anyLimits }),
    tools: fc.array(fc.tuple(anyName, anyRules), { maxLength: 3 }).map((rules) => Object.fromEntries(rules)),
  },
  { requiredKeys: ['version', 'default'] },
);

test('What is said of each tool, named or not, is what the evaluator does.', () => {
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      const stranger = 'a name that no policy here holds';
      const names = [...Object.keys(policy.tools ?? {}), ...(policy.hide ?? []), stranger];
      for (const name of names) {
        const effect = toolEffect(policy, name === stranger ? null : name);
        const passes = evaluateCall(policy, { tool: name, arguments: {} }).allowed;
        assert.equal(effect.kind === 'usable', passes);
        assert.equal(effect.kind === 'hidden', !listVisibleTools(policy, [name]).includes(name));
        if (effect.kind === 'usable') assert.ok(effect.limits.every(({ max }) => callsThatPass(policy, name) <= max));
      }
      const usable = names.some((name) => evaluateCall(policy, { tool: name, arguments: {} }).allowed);
      assert.equal(describeEffect(policy).includes('nothing is left usable'), !usable);
    }),
  );
});

test('The number of calls in the sentence of a recommended policy is the number that pass.', () => {
  fc.assert(
    fc.property(anyTool, fc.constantFrom(...serverPresets), (tool, preset) => {
      const policy = recommendServerPolicy([tool], preset);
      const said = /at most (\d+) times (?:a|an) (?:minute|hour)/.exec(describeEffect(policy));
      const passed = callsThatPass(policy, tool.name);
      const expected = describeEffect(policy).includes('nothing is left usable') ? 0 : 100;
      assert.equal(passed, said ? Number(said[1]) : expected);
    }),
  );
});

/** How many calls at one instant pass, up to a hundred. */
function callsThatPass(policy: PolicyDocument, tool: string): number {
  const allowed: Array<{ tool: string; atMs: number }> = [];
  while (allowed.length < 100 && evaluateCall(policy, { tool, arguments: {} }, { nowMs: 0, allowed }).allowed) {
    allowed.push({ tool, atMs: 0 });
  }
  return allowed.length;
}

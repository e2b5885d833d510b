import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonObject } from '../domain/json.ts';
import type { PolicyCondition, PolicyDocument, PolicyLimit } from '../domain/policy-document.ts';
import { evaluateCall, listVisibleTools } from './evaluate.ts';

const deny: PolicyDocument = { version: '1', default: 'deny' };
const allow: PolicyDocument = { version: '1', default: 'allow' };
const limit = (counter: string, max: number, window: PolicyLimit['window'] = 'minute'): PolicyLimit => ({
  counter,
  window,
  max,
  scope: 'grant',
});

const documents: Array<[string, PolicyDocument, string, boolean]> = [
  ['default deny denies a tool that is not named', deny, 'a', false],
  ['default allow allows a tool that is not named', allow, 'a', true],
  ['empty rules allow a tool under default deny', { ...deny, tools: { a: {} } }, 'a', true],
  ['a hidden tool is denied under default allow', { ...allow, hide: ['a'] }, 'a', false],
  ['hide wins over rules', { ...deny, hide: ['a'], tools: { a: {} } }, 'a', false],
  ['a star hides every tool', { ...allow, hide: ['*'] }, 'a', false],
  ['hide knows no other wildcard', { ...allow, hide: ['a*'] }, 'ab', true],
  ['an inherited name is not a named tool', { ...deny, tools: {} }, 'constructor', false],
  [
    'a tool called __proto__ has its own rules',
    JSON.parse('{"default":"deny","tools":{"__proto__":{}}}'),
    '__proto__',
    true,
  ],
  ['a limit of none denies', { ...allow, all_tools: { limits: [limit('all', 0)] } }, 'a', false],
];
for (const [title, policy, tool, allowed] of documents) {
  test(`In a policy ${title}.`, () => {
    assert.equal(evaluateCall(policy, { tool, arguments: {} }).allowed, allowed);
  });
}

test('Only hide takes a tool out of the list.', () => {
  const policy: PolicyDocument = {
    ...deny,
    hide: ['b'],
    tools: { c: { deny_if: [{ conditions: [], on_deny: '' }] } },
  };
  assert.deepEqual(listVisibleTools(policy, ['a', 'b', 'c']), ['a', 'c']);
  assert.deepEqual(listVisibleTools({ ...allow, hide: ['*'] }, ['a', '*']), []);
});

type Row = [condition: PolicyCondition, args: JsonObject, deniedIf: boolean, passesRequire: boolean];
const rows: Row[] = [
  [{ path: 'args.n', op: 'gt', value: 250 }, { n: 251 }, true, true],
  [{ path: 'args.n', op: 'gt', value: 250 }, { n: 250 }, false, false],
  [{ path: 'args.n', op: 'gte', value: 250 }, { n: 250 }, true, true],
  [{ path: 'args.n', op: 'lt', value: 0 }, { n: -1 }, true, true],
  [{ path: 'args.n', op: 'lte', value: 0 }, { n: 1 }, false, false],
  // Another type than the condition asks about: denied by both.
  [{ path: 'args.n', op: 'gt', value: 250 }, { n: '1' }, true, false],
  [{ path: 'args.n', op: 'gt', value: 250 }, { n: null }, true, false],
  [{ path: 'args.b', op: 'eq', value: 'main' }, { b: 7 }, true, false],
  [{ path: 'args.b', op: 'eq', value: true }, { b: 'true' }, true, false],
  [{ path: 'args.b', op: 'in', value: ['main', 'master'] }, { b: { name: 'main' } }, true, false],
  [{ path: 'args.p', op: 'regex', value: '^/srv/' }, { p: 5 }, true, false],
  [{ path: 'args.p', op: 'contains', value: '..' }, { p: false }, true, false],
  [{ path: 'args.b', op: 'eq', value: null }, { b: {} }, true, false],
  [{ path: 'args.a.b', op: 'eq', value: 1 }, { a: 'text' }, true, false],
  // Missing: the condition is false.
  [{ path: 'args.n', op: 'gt', value: 250 }, {}, false, false],
  [{ path: 'args.n', op: 'neq', value: 1 }, {}, false, false],
  [{ path: 'args.n', op: 'not_in', value: [1] }, {}, false, false],
  [{ path: 'args.toString', op: 'exists', value: true }, {}, false, false],
  [{ path: 'args.n', op: 'exists', value: true }, { n: null }, true, true],
  [{ path: 'args.n', op: 'exists', value: false }, {}, true, true],
  [{ path: 'args.n', op: 'exists', value: false }, { n: 1 }, false, false],
  // Arrays: one element is enough to deny, all are needed to pass.
  [{ path: 'args.p', op: 'contains', value: '..' }, { p: ['/srv/a', '../b'] }, true, false],
  [{ path: 'args.p', op: 'regex', value: '^/srv/' }, { p: ['/srv/a', '/etc/b'] }, true, false],
  [{ path: 'args.p', op: 'regex', value: '^/srv/' }, { p: ['/srv/a', ['/srv/b']] }, true, true],
  [{ path: 'args.p', op: 'not_in', value: ['a'] }, { p: ['a', 'b'] }, true, false],
  [{ path: 'args.p', op: 'in', value: ['a'] }, { p: [] }, false, false],
  [{ path: 'args.f.path', op: 'eq', value: 'x' }, { f: [{ path: 'y' }, { path: 'x' }] }, true, false],
  [{ path: 'args.f.path', op: 'eq', value: 'x' }, { f: [{ path: 'x' }, {}] }, true, false],
  [{ path: 'args.f.path', op: 'exists', value: true }, { f: [{ path: 'y' }, {}] }, true, false],
  [{ path: 'args.f.path', op: 'eq', value: 'x' }, { f: [{ path: 'y' }, 3] }, true, false],
  // Patterns are found anywhere; what cannot be matched safely is denied by both.
  [{ path: 'args.p', op: 'regex', value: 'etc' }, { p: '/etc/passwd' }, true, true],
  [{ path: 'args.p', op: 'regex', value: '(?=x)' }, { p: 'y' }, true, false],
  [{ path: 'args.p', op: 'regex', value: 'x' }, { p: 'y'.repeat(10_001) }, true, false],
  [{ path: 'args.p', op: 'regex', value: '^(a+)+$' }, { p: `${'a'.repeat(9_999)}b` }, false, false],
];
describe('A condition', () => {
  for (const [condition, args, deniedIf, passesRequire] of rows) {
    const shown = `${condition.path} ${condition.op} ${JSON.stringify(condition.value)}`;
    const given = JSON.stringify(args).slice(0, 60);
    test(`${shown} ${deniedIf ? 'denies' : 'does not deny'} ${given} under deny_if.`, () => {
      const clause = { conditions: [condition], on_deny: 'no' };
      const verdict = evaluateCall({ ...deny, tools: { t: { deny_if: [clause] } } }, { tool: 't', arguments: args });
      assert.deepEqual(verdict, deniedIf ? { allowed: false, reason: 'no' } : { allowed: true });
    });
    test(`${shown} ${passesRequire ? 'passes' : 'stops'} ${given} under require.`, () => {
      const clause = { conditions: [condition], on_deny: 'no' };
      const verdict = evaluateCall({ ...deny, tools: { t: { require: [clause] } } }, { tool: 't', arguments: args });
      assert.deepEqual(verdict, passesRequire ? { allowed: true } : { allowed: false, reason: 'no' });
    });
  }
});

const isDelete: PolicyCondition = { path: 'args.action', op: 'eq', value: 'delete' };
const isLarge: PolicyCondition = { path: 'args.n', op: 'gt', value: 9 };
const clauses: Array<[string, 'deny_if' | 'require', PolicyCondition[][], JsonObject, boolean]> = [
  ['an empty deny_if clause denies', 'deny_if', [[]], {}, false],
  ['an empty require clause passes', 'require', [[]], {}, true],
  ['a deny_if clause needs all its conditions', 'deny_if', [[isDelete, isLarge]], { action: 'delete', n: 1 }, true],
  ['a wrong type denies beside a false condition', 'deny_if', [[isDelete, isLarge]], { action: 'list', n: '1' }, false],
  ['one deny_if clause of several is enough', 'deny_if', [[isLarge], [isDelete]], { action: 'delete', n: 1 }, false],
  ['every require clause must hold', 'require', [[isLarge], [isDelete]], { action: 'list', n: 10 }, false],
];
for (const [title, field, given, args, allowed] of clauses) {
  test(`In the rules of a tool ${title}.`, () => {
    const rules = { [field]: given.map((conditions) => ({ conditions, on_deny: 'no' })) };
    assert.equal(evaluateCall({ ...deny, tools: { t: rules } }, { tool: 't', arguments: args }).allowed, allowed);
  });
}

describe('A limit', () => {
  const policy: PolicyDocument = {
    ...deny,
    all_tools: { limits: [limit('all', 4, 'hour')] },
    tools: { a: { limits: [limit('shared', 2)] }, b: { limits: [limit('shared', 2)] }, c: {} },
  };
  const at = (nowMs: number, ...allowed: Array<[string, number]>) => ({
    nowMs,
    allowed: allowed.map(([tool, atMs]) => ({ tool, atMs })),
  });
  const histories: Array<[string, string, ReturnType<typeof at>, boolean]> = [
    ['is not reached by the calls before the last', 'a', at(1, ['a', 0]), true],
    ['is reached by its number of calls', 'a', at(1, ['a', 0], ['a', 1]), false],
    ['counts the calls of every tool that names its counter', 'a', at(1, ['a', 0], ['b', 0]), false],
    ['does not count other tools', 'a', at(1, ['a', 0], ['c', 0]), true],
    ['forgets a call when its window has passed', 'a', at(60_000, ['a', 0], ['a', 1]), true],
    ['still counts a call one millisecond before', 'a', at(59_999, ['a', 0], ['a', 1]), false],
    ['still counts calls when the clock was set back', 'a', at(0, ['a', 70_000], ['a', 70_000]), false],
    ['over all tools counts all tools', 'c', at(1, ['a', 0], ['b', 0], ['c', 0], ['c', 0]), false],
  ];
  for (const [title, tool, history, allowed] of histories) {
    test(`${title}.`, () => {
      assert.equal(evaluateCall(policy, { tool, arguments: {} }, history).allowed, allowed);
    });
  }
});

test('Arguments nested a hundred thousand deep are judged like any others.', () => {
  const deep = JSON.parse(`{"p":${'['.repeat(100_000)}"../x"${']'.repeat(100_000)}}`);
  const clause = { conditions: [{ path: 'args.p', op: 'contains', value: '..' } as const], on_deny: 'no' };
  assert.equal(
    evaluateCall({ ...deny, tools: { t: { deny_if: [clause] } } }, { tool: 't', arguments: deep }).allowed,
    false,
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UsageError } from '../../domain/errors.ts';
import { evaluateCall } from '../evaluate.ts';
import type { JudgedTool } from '../judged-tool.ts';
import { recommendServerPolicy } from '../recommend-policy.ts';
import { type ServerPreset, serverPresets } from '../server-presets.ts';
import { anyTool, judgedTool } from '../testing/judged-tool.ts';
import { exportClaudeCode } from './claude-code.ts';
import { suggestServerAlias } from './suggest-server-alias.ts';

type Permissions = Record<'allow' | 'ask' | 'deny', string[]>;
function permissionsOf(...given: Parameters<typeof exportClaudeCode>): Permissions {
  return JSON.parse(exportClaudeCode(...given).content).permissions;
}

const rows: Array<[string, Partial<JudgedTool>, Permissions]> = [
  ['allows a read', { category: 'Read' }, { allow: ['mcp__s__t'], ask: [], deny: [] }],
  [
    'asks about a secret read',
    { category: 'Read', exposure: ['secrets'] },
    { allow: [], ask: ['mcp__s__t'], deny: [] },
  ],
  ['asks about a claimed read', { category: 'Read', restsOnClaim: true }, { allow: [], ask: ['mcp__s__t'], deny: [] }],
  ['asks about a write', { category: 'Write' }, { allow: [], ask: ['mcp__s__t'], deny: [] }],
  ['asks about an execution', {}, { allow: [], ask: ['mcp__s__t'], deny: [] }],
  ['denies a destructive tool', { destructive: true }, { allow: [], ask: [], deny: ['mcp__s__t'] }],
  ['denies a financial tool', { financial: true }, { allow: [], ask: [], deny: ['mcp__s__t'] }],
  ['denies an unclear tool', { category: 'Write', basis: 'assumed' }, { allow: [], ask: [], deny: ['mcp__s__t'] }],
];
for (const [title, changes, expected] of rows) {
  test(`The export for Claude Code ${title}.`, () => {
    assert.deepEqual(permissionsOf('s', [judgedTool('t', changes)]), expected);
  });
}

const presets: Array<[ServerPreset, Partial<JudgedTool>, keyof Permissions]> = [
  ['read-only', { category: 'Read' }, 'allow'],
  ['read-only', { category: 'Read', exposure: ['secrets'] }, 'ask'],
  ['read-only', { category: 'Read', restsOnClaim: true }, 'deny'],
  ['read-only', { category: 'Write' }, 'deny'],
  ['read-only', { category: 'Write', basis: 'assumed' }, 'deny'],
  ['everything-capped', { category: 'Read' }, 'allow'],
  ['everything-capped', { category: 'Write', basis: 'assumed' }, 'ask'],
  ['everything-capped', { destructive: true }, 'ask'],
  ['everything-capped', { financial: true }, 'ask'],
];
for (const [preset, changes, permission] of presets) {
  test(`Under ${preset}, ${JSON.stringify(changes)} is put under ${permission}.`, () => {
    assert.deepEqual(permissionsOf('s', [judgedTool('t', changes)], preset)[permission], ['mcp__s__t']);
  });
}

const names = ['a.b', 'a b', '*', '', '__x', 'a__b', 'x'.repeat(60), '日本', 'a(b)'];
for (const name of names) {
  test(`A read whose name may not pass through Claude Code is asked about: ${JSON.stringify(name)}.`, () => {
    const given = exportClaudeCode('s', [judgedTool(name, { category: 'Read' })]);
    assert.deepEqual(JSON.parse(given.content).permissions.allow, []);
    assert.equal(given.notes.length, 5);
  });
}

test('Of two tools that share a rule the stricter permission counts.', () => {
  const tools = [judgedTool('a_b', { category: 'Read' }), judgedTool('a.b', { destructive: true })];
  assert.deepEqual(permissionsOf('s', tools), { allow: [], ask: [], deny: ['mcp__s__a_b'] });
});

for (const alias of ['', 'a__b', 'a_', '_a', 'a.b', 'a b', '*', 'mcp(s)']) {
  test(`An alias that could stand for another server is refused: ${JSON.stringify(alias)}.`, () => {
    assert.throws(() => exportClaudeCode(alias, []), UsageError);
  });
}

test('Every rule is one exact tool of this server, and only what the policy lets pass is allowed.', () => {
  const preset = fc.constantFrom(...serverPresets);
  fc.assert(
    fc.property(fc.uniqueArray(anyTool, { selector: ({ name }) => name, maxLength: 6 }), preset, (tools, chosen) => {
      const { allow, ask, deny } = permissionsOf('my-server', tools, chosen);
      const rules = [...allow, ...ask, ...deny];
      assert.equal(new Set(rules).size, rules.length);
      assert.ok(rules.every((rule) => /^mcp__my-server__[A-Za-z0-9_-]*$/.test(rule)));
      const policy = recommendServerPolicy(tools, chosen);
      for (const rule of allow) {
        const tool = rule.slice('mcp__my-server__'.length);
        assert.equal(evaluateCall(policy, { tool, arguments: {} }).allowed, true);
      }
    }),
  );
});

const aliases: Array<[string, string]> = [
  ['@modelcontextprotocol/server-filesystem', 'filesystem'],
  ['@playwright/mcp', 'playwright'],
  ['@notionhq/notion-mcp-server', 'notion'],
  ['mcp-server-git', 'git'],
  ['https://mcp.deepwiki.com/mcp', 'deepwiki'],
  ['https://127.0.0.1:3000/mcp', '127-0-0-1'],
  ['mcp', 'server'],
  ['', 'server'],
];
for (const [server, alias] of aliases) {
  test(`The alias of ${JSON.stringify(server)} is ${alias}.`, () => assert.equal(suggestServerAlias(server), alias));
}

test('Every suggested alias is one that the export takes.', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => void exportClaudeCode(suggestServerAlias(name), [])));
});

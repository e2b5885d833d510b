import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultLimits } from './limits.ts';
import { parseTool } from './parse-tool.ts';

const nested = (depth: number) =>
  JSON.parse(`{"name":"n","inputSchema":${'['.repeat(depth)}${']'.repeat(depth)}}`) as unknown;

const rejected: Record<string, [unknown, string | null, RegExp]> = {
  null: [null, null, /got null/],
  'an array': [[], null, /got an array/],
  'a string': ['shell', null, /got string/],
  'an object without a name': [{}, null, /got undefined/],
  'a name that is inherited only': [Object.create({ name: 'x' }), null, /got undefined/],
  'a name that is a number': [{ name: 7 }, null, /got number/],
  'an empty name': [{ name: '' }, '', /empty/],
  'a name of 1,001 characters': [{ name: 'n'.repeat(1001) }, `${'n'.repeat(100)}…`, /1001 characters/],
  'nesting one level too deep': [nested(128), 'n', /deeper than 128/],
  'nesting that overflows any stack': [nested(200_000), 'n', /deeper than 128/],
  'too large a definition': [{ name: 'n', description: 'x'.repeat(4 * 2 ** 20) }, 'n', /more than 4194304/],
};

for (const [what, [raw, name, reason]] of Object.entries(rejected)) {
  test(`A tool is rejected for ${what}.`, () => {
    const parsed = parseTool(raw, defaultLimits);
    assert.ok('rejected' in parsed);
    assert.equal(parsed.rejected.name, name);
    assert.match(parsed.rejected.reason, reason);
  });
}

test('The deepest definition that is allowed is kept.', () => {
  assert.ok('tool' in parseTool(nested(127), defaultLimits));
});

test('All that JSON can hold is kept as given, but for _meta at the top.', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string({ minLength: 1 }), (extra, name) => {
      const raw = JSON.parse(JSON.stringify({ ...extra, name, _meta: { gone: true }, nested: { _meta: 1 } })) as object;
      const parsed = parseTool(raw, defaultLimits);
      const { _meta, ...kept } = raw as Record<string, unknown>;
      assert.ok('tool' in parsed);
      assert.equal(JSON.stringify(parsed.tool), JSON.stringify(kept));
    }),
  );
});

test('An own __proto__ key is kept and sets no prototype.', () => {
  const parsed = parseTool(JSON.parse('{"name":"n","__proto__":{"polluted":true}}'), defaultLimits);
  assert.ok('tool' in parsed);
  assert.equal(JSON.stringify(parsed.tool), '{"name":"n","__proto__":{"polluted":true}}');
  assert.equal(Object.getPrototypeOf(parsed.tool), Object.prototype);
  assert.equal((parsed.tool as Record<string, unknown>).polluted, undefined);
});

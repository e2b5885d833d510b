import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findForeignPackages } from './check-lock.ts';

const lock = (packages: Record<string, object>) =>
  JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } });

const rows: Array<[string, Record<string, object>, string[]]> = [
  ['a registry package carries no address', { 'node_modules/a': { version: '1.0.0' } }, []],
  ['git', { 'node_modules/a': { resolved: 'git+ssh://git@example.com/a.git#abc' } }, ['a']],
  ['a URL', { 'node_modules/@s/a': { resolved: 'https://example.com/a.tgz' } }, ['@s/a']],
  ['a file', { 'node_modules/a': { resolved: 'file:../a.tgz' } }, ['a']],
  ['a linked folder', { 'node_modules/a': { resolved: '../a', link: true }, '../a': {} }, ['a', '../a']],
  ['one below another', { 'node_modules/a/node_modules/b': { resolved: 'git+file:///b' } }, ['b']],
  ['a path that climbs out', { 'node_modules/../../x': { version: '1.0.0' } }, ['../../x']],
];

for (const [title, packages, expected] of rows) {
  test(`packages from outside the registry are found: ${title}`, () =>
    assert.deepEqual(findForeignPackages(lock(packages)), expected));
}

test('a text that is no lock of npm 7 or newer is not taken for a clean one', () => {
  for (const text of ['', '{}', '[]', JSON.stringify({ lockfileVersion: 1, dependencies: {} })]) {
    assert.throws(() => findForeignPackages(text));
  }
});

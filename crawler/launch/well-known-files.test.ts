import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeMissedFiles } from './well-known-files.ts';

const rows: Array<[string, string[]]> = [
  ['Error: invalid configuration: no configuration has been defined in kubeconfig', ['.kube/config']],
  ['failed to read /home/assay/.kube/config', ['.kube/config']],
  ["ENOENT: no such file or directory, open '/home/assay/.config/thing/keys.json'", ['.config/thing/keys.json']],
  ["ENOENT: no such file or directory, open '/home/assay/../etc/keys.json'", []],
  ["ENOENT: no such file or directory, open '/etc/keys.json'", []],
  ['The config profile (default) could not be found', ['.aws/config']],
  ['something else', []],
];

for (const [stderr, paths] of rows) {
  test(`what "${stderr}" misses is ${paths.join(', ') || 'nothing that can be made up'}`, () => {
    assert.deepEqual(Object.keys(makeMissedFiles(stderr)), paths);
  });
}

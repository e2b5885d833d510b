import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runScript } from './testing/run-script.ts';

function newFiles(t: TestContext, lines: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'assay-scripts-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const input = join(folder, 'tools.jsonl');
  writeFileSync(input, `${lines.join('\n')}\n`);
  return { input, output: join(folder, 'out.jsonl') };
}

const remove = '{"id":"1","server":"s","name":"delete_file","description":"Deletes a file.","inputSchema":{}}';
const silent = '{"id":"2","server":"s","name":"zzz"}';

test('classify answers each line with its id, and with the spans of its own words', async (t) => {
  const { input, output } = newFiles(t, [remove, '', silent]);
  const { status, stderr } = await runScript('classify', ['--input', input, '--output', output]);
  assert.equal(status, 0, stderr);
  const [first, second] = readFileSync(output, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([first.id, first.category, first.destructive], ['1', 'Write', true]);
  assert.ok(first.evidence.some(({ quote }: { quote: string }) => /delete/i.test(quote)));
  assert.deepEqual([second.id, second.basis, second.category], ['2', 'assumed', 'Write']);
  assert.deepEqual(Object.keys(first), [
    'id',
    'category',
    'risk',
    'destructive',
    'financial',
    'effects',
    'exposure',
    'basis',
    'confidence',
    'rationale',
    'evidence',
    'ruleset',
  ]);
});

for (const [title, line, told] of [
  ['is not JSON', '{"id":', /tools\.jsonl:2/],
  ['has no name', '{"id":"3","server":"s"}', /tools\.jsonl:2; got name/],
  ['is a list', '[]', /tools\.jsonl:2/],
] as const) {
  test(`classify refuses a line that ${title}, and leaves the output that stood`, async (t) => {
    const { input, output } = newFiles(t, [remove, line]);
    writeFileSync(output, 'former\n');
    const { status, stderr } = await runScript('classify', ['--input', input, '--output', output]);
    assert.equal(status, 2);
    assert.match(stderr, told);
    assert.equal(readFileSync(output, 'utf8'), 'former\n');
  });
}

test('classify names a file that is not there', async (t) => {
  const { output } = newFiles(t, []);
  const { status, stderr } = await runScript('classify', ['--input', '/nowhere/tools.jsonl', '--output', output]);
  assert.equal(status, 2);
  assert.match(stderr, /nowhere\/tools\.jsonl/);
  assert.ok(!existsSync(output));
});

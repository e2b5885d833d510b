import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { rulesetVersion } from '../ruleset-version.ts';
import { evaluateGoldenSet, type Miss } from './evaluate-golden-set.ts';

const missSchema = z.strictObject({
  server: z.string(),
  tool: z.string(),
  label: z.string(),
  judged: z.string(),
  why: z.string().min(10),
});

const read = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const name = ({ server, tool, label, judged }: Miss) => `${server} ${tool}: ${label}, judged ${judged}`;

test('every miss of the test split is known, with its reason, and no known one has become stale', () => {
  const known = z.array(missSchema).parse(read('golden/known-misses.json'));
  assert.deepEqual(known.map(name).sort(), evaluateGoldenSet('test').misses.map(name).sort());
});

test('the published figures are those of the present rules: else run `npm run evaluate`', () => {
  assert.equal(read('accuracy.json').ruleset, rulesetVersion);
});

test('no acting tool of the golden set that is called Read goes unmentioned', () => {
  const { dangerousMisses } = evaluateGoldenSet('test');
  const known = z.array(missSchema).parse(read('golden/known-misses.json'));
  const dangerous = known.filter(({ label, judged }) => judged.startsWith('Read') && !label.startsWith('Read'));
  assert.equal(dangerous.length, dangerousMisses.hits);
});

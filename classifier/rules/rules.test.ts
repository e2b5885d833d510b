import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { effects, exposures } from '../../domain/classification.ts';
import { classifyTool } from '../classify-tool.ts';
import type { Example, Rule } from '../define-rule.ts';
import { rules } from './index.ts';

const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
  .map((file) => file.slice(0, -'.ts'.length));

test('every file of the folder is one exported rule whose id is the file name', () => {
  assert.deepEqual(rules.map((rule) => rule.id).sort(), files.sort());
});

test('every rule says all that its page shows', () => {
  for (const rule of rules) {
    assert.match(rule.asks, /^[A-Z].*\?$/, `${rule.id}: asks`);
    assert.match(rule.why, /^[A-Z].*\.$/, `${rule.id}: why`);
    assert.match(rule.rationale, /^[A-Z].*[^.]$/, `${rule.id}: rationale goes on with its evidence`);
    assert.ok(
      rule.implies.effects.every((effect) => effects.includes(effect)),
      rule.id,
    );
    assert.ok(
      rule.implies.exposure.every((exposure) => exposures.includes(exposure)),
      rule.id,
    );
    assert.ok(
      rule.references.every((reference) => reference.startsWith('https://')),
      `${rule.id}: references`,
    );
    assert.ok(rule.examples.flags.length > 0, `${rule.id}: an example that it flags`);
    assert.ok(rule.examples.ignores.length > 0, `${rule.id}: an example that it ignores`);
  }
});

for (const rule of rules) {
  test(`${rule.id} flags and ignores its own examples`, () => {
    for (const example of rule.examples.flags) assert.ok(finds(rule, example), `should flag ${example.tool.name}`);
    for (const example of rule.examples.ignores) assert.ok(!finds(rule, example), `should ignore ${example.tool.name}`);
  });
}

function finds(rule: Rule, { tool, siblings, server }: Example): boolean {
  const context = { server: server ?? 'npm:example', instructions: null, siblings: siblings ?? [tool.name] };
  return classifyTool(tool, context).findings.some((finding) => finding.rule === rule.id);
}

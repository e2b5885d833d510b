import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyTool } from './classify-tool.ts';
import { rulesetVersion } from './ruleset-version.ts';

test('every judgement carries the version of the rules that made it', () => {
  const judged = classifyTool({ name: 'get_room' }, { server: 'npm:example', instructions: null, siblings: [] });
  assert.equal(judged.ruleset, rulesetVersion);
  assert.match(rulesetVersion, /^[0-9a-f]{16}$/);
});

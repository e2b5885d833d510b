import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hintedStarts } from './hinted-tries.ts';
import type { HintedVariable } from './launch-hints.ts';

const variable = (name: string, more: Partial<HintedVariable> = {}): HintedVariable => {
  return { name, isRequired: true, isSecret: false, default: null, choices: [], ...more };
};

test('required variables get their proposed value, a choice or a placeholder, and none that steers the runtime', () => {
  const environment = [
    variable('MODE', { default: 'fast', choices: ['slow', 'fast'] }),
    variable('SIZE', { choices: ['small'] }),
    variable('SERVICE_URL'),
    variable('SERVICE_TOKEN', { isSecret: true, default: 'somebody-elses' }),
    variable('COLOUR', { isRequired: false, default: 'red' }),
    variable('NODE_OPTIONS', { default: '--require=/tmp/x' }),
  ];
  const [without, withArguments] = hintedStarts({ environment, arguments: ['serve'] }, 'seed');
  const given = Object.fromEntries((without?.environment ?? []).map(({ name, value }) => [name, value]));
  assert.deepEqual(Object.keys(given), ['MODE', 'SIZE', 'SERVICE_URL', 'SERVICE_TOKEN']);
  assert.deepEqual([given.MODE, given.SIZE], ['fast', 'small']);
  assert.match(given.SERVICE_URL ?? '', /^https:/);
  assert.notEqual(given.SERVICE_TOKEN, 'somebody-elses');
  assert.deepEqual([without?.arguments, withArguments?.arguments], [[], ['serve']]);
});

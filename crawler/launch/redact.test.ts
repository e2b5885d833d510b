import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeholderFor } from './placeholder.ts';
import { redactStderr } from './redact.ts';

const token = placeholderFor('X_TOKEN', 'seed');
const redaction = {
  placeholders: [token],
  mounts: [{ source: '/data/packages/x', target: '/opt/package' }],
  maxLength: 200,
};

const rows: Array<[string, string, string]> = [
  ['the values that we passed', `bad token ${token.value}!`, 'bad token ‹value of X_TOKEN›!'],
  ['where the package lies on the host', 'at /data/packages/x/a.js', 'at /opt/package/a.js'],
  ['home folders', 'open /home/jane/.cfg and /Users/joe/x', 'open ‹home›/.cfg and ‹home›/x'],
  ['credentials of known shape', 'using ghp_abcdefghijkl0123456789', 'using ‹credential›'],
  ['long runs of letters and digits', `id ${'a1'.repeat(20)}`, 'id ‹redacted›'],
  ['colours and NUL', '\u001b[31mred\u001b[0m\0', 'red'],
];

for (const [title, stderr, kept] of rows) {
  test(`stderr is kept without ${title}`, () => assert.equal(redactStderr(stderr, redaction), kept));
}

test('the neutral home and ordinary words stay', () => {
  const text = 'open /home/assay/x in /opt/package/node_modules/a/dist/index.js:12:3';
  assert.equal(redactStderr(text, redaction), text);
});

test('no more than the end of stderr is kept', () => {
  const kept = redactStderr(`${'x '.repeat(10_000)}end`, redaction);
  assert.equal(kept.length, 200);
  assert.match(kept, /^….*end$/);
});

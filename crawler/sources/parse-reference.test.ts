import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UsageError } from '../../domain/errors.ts';
import { parseReference } from './parse-reference.ts';

const accepted: Array<[string, unknown]> = [
  ['npm:left-pad', { source: 'npm', name: 'left-pad', version: null }],
  ['left-pad', { source: 'npm', name: 'left-pad', version: null }],
  ['  left-pad@1.3.0 ', { source: 'npm', name: 'left-pad', version: '1.3.0' }],
  ['@scope/name', { source: 'npm', name: '@scope/name', version: null }],
  ['npm:@scope/name@1.0.0-rc.1+b', { source: 'npm', name: '@scope/name', version: '1.0.0-rc.1+b' }],
  ['npm:@scope/name@next', { source: 'npm', name: '@scope/name', version: 'next' }],
  ['NPM:JSONStream', { source: 'npm', name: 'JSONStream', version: null }],
  ['pypi:Some.Server_x', { source: 'pypi', name: 'some-server-x', version: null }],
  ['pypi:some-server@1!2.0rc1.post2', { source: 'pypi', name: 'some-server', version: '1!2.0rc1.post2' }],
  ['https://Example.COM:443/mcp#top', { source: 'remote', name: 'https://example.com/mcp' }],
  ['https://example.com', { source: 'remote', name: 'https://example.com/' }],
  ['https://example.com:8443/mcp?tenant=a', { source: 'remote', name: 'https://example.com:8443/mcp?tenant=a' }],
];

for (const [text, target] of accepted) {
  test(`${JSON.stringify(text)} is a reference`, () => assert.deepEqual(parseReference(text), target));
}

const refused = [
  '',
  'foo:bar',
  'docker:image',
  'npm:',
  'npm:-rf',
  'npm:--registry=x',
  'npm:../up',
  'npm:.hidden',
  'npm:a/b',
  'npm:@scope',
  'npm:@scope/a/b',
  'npm:name@^1.0.0',
  'npm:name@1.x',
  'npm:name@>=2',
  'npm:name@file:../x',
  'npm:name@',
  'npm:na me',
  'npm:node_modules',
  `npm:${'a'.repeat(215)}`,
  'pypi:-e',
  'pypi:name==1.0',
  'pypi:name@>=1',
  'pypi:name[extra]',
  'git+https://example.com/x.git',
  'file:///etc/passwd',
  'ftp://example.com/mcp',
  'http://example.com/mcp',
  'http://127.0.0.1:3000/mcp',
  'https://user:pass@example.com/mcp',
  'https://example.com/mcp?api_key=abc',
  'https://',
];

for (const text of refused) {
  test(`${JSON.stringify(text.slice(0, 60))} is no reference`, () =>
    assert.throws(
      () => parseReference(text),
      (error) => error instanceof UsageError && /Expected .*\bUse /s.test(error.message),
    ));
}

test('plain http is accepted for this machine alone, and only where that is allowed', () => {
  for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000']) {
    assert.equal(parseReference(`http://${host}/mcp`, { allowLocal: true }).name, `http://${host}/mcp`);
  }
  for (const host of ['example.com', '127.0.0.1.example.com', '10.0.0.1']) {
    assert.throws(() => parseReference(`http://${host}/mcp`, { allowLocal: true }), UsageError);
  }
});

test('a refusal never repeats a password', () => {
  assert.throws(
    () => parseReference('https://me:hunter2@example.com/'),
    (error: Error) => !error.message.includes('hunter2'),
  );
});

test('any text is a reference or a UsageError, and a name can stand in a path', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(npm:|pypi:|https:\/\/)[!-~]{0,40}$/)),
      (text) => {
        try {
          const target = parseReference(text);
          if (target.source !== 'remote') assert.match(target.name, /^(@[\w.~-]+\/)?[A-Za-z0-9~][\w.~-]*$/);
        } catch (error) {
          assert.ok(error instanceof UsageError);
        }
      },
    ),
  );
});

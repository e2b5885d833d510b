import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMetadata } from './read-metadata.ts';

test('a wheel says what it is in its head and how it is used below', () => {
  const text = [
    'Metadata-Version: 2.4',
    'Name: some-server',
    'Summary: Lists things: all of them',
    'License: MIT License',
    '        Copyright somebody',
    'Project-URL: Homepage, https://example.com/',
    'Project-URL: Source Code, https://github.com/a/b.git',
    '',
    '# Some server',
    'Summary: not this',
  ].join('\r\n');
  assert.deepEqual(readMetadata(text), {
    name: 'some-server',
    facts: {
      title: null,
      description: 'Lists things: all of them',
      license: 'MIT License',
      repository: 'https://github.com/a/b',
      homepage: 'https://example.com/',
    },
    readme: '# Some server\nSummary: not this',
  });
});

test('an expression of licences stands before the free text, and a classifier behind both', () => {
  assert.equal(readMetadata('License: x\nLicense-Expression: MIT').facts.license, 'MIT');
  assert.equal(readMetadata('Classifier: License :: OSI Approved :: BSD License').facts.license, 'BSD License');
  assert.equal(readMetadata('').facts.license, null);
});

test('a name that no index would take is none', () => {
  assert.equal(readMetadata('Name: Some.Server_x').name, 'Some.Server_x');
  for (const name of ['', '../up', '-x', 'a b', 'a'.repeat(300)])
    assert.equal(readMetadata(`Name: ${name}`).name, null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseServerJson, parseSmithery } from './package-configs.ts';

const server = {
  name: 'io.example/server',
  packages: [
    { registryType: 'oci', identifier: 'example/server' },
    {
      registryType: 'npm',
      identifier: '@example/server',
      environmentVariables: [
        { name: 'EXAMPLE_TOKEN', isRequired: true, isSecret: true },
        { name: 'EXAMPLE_MODE', default: 'fast', choices: ['fast', 'slow'] },
        { name: 'not a name' },
      ],
      packageArguments: [
        { type: 'positional', value: 'serve' },
        { type: 'named', name: '--root', default: '/srv', isRequired: true },
        { type: 'named', name: '--colour', default: 'red' },
      ],
    },
  ],
};

test('server.json names variables and arguments of its own package', () => {
  const hints = parseServerJson(JSON.stringify(server), '@example/server');
  assert.deepEqual(
    hints?.environment.map(({ name, isRequired, isSecret }) => [name, isRequired, isSecret]),
    [
      ['EXAMPLE_TOKEN', true, true],
      ['EXAMPLE_MODE', false, false],
    ],
  );
  assert.deepEqual(hints?.arguments, ['serve', '--root', '/srv']);
  assert.equal(parseServerJson(JSON.stringify(server), '@other/server'), null);
  assert.equal(parseServerJson('{"packages": 7', '@example/server'), null);
});

test('smithery.yaml names variables, and which of them the schema requires', () => {
  const text = `startCommand:
  type: stdio
  configSchema:
    type: object
    required:
      - apiKey
    properties:
      apiKey: { type: string }
  commandFunction: |-
    (config) => ({ command: 'node', args: ['dist/index.js'], env: { API_KEY: config.apiKey, BASE_URL: config.base } })
`;
  assert.deepEqual(
    parseSmithery(text)?.environment.map(({ name, isRequired }) => [name, isRequired]),
    [
      ['API_KEY', true],
      ['BASE_URL', false],
    ],
  );
  assert.equal(parseSmithery('startCommand: {}'), null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientEnvironment } from './client-environment.ts';

const kept = [
  'PATH',
  'HOME',
  'HTTPS_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'MY_REGISTRY_TOKEN',
  'npm_config_registry',
  'npm_config_@scope:registry',
  'npm_config_//host.example/:_authToken',
  'NPM_CONFIG_USERCONFIG',
  'npm_config_cafile',
  'PIP_INDEX_URL',
  'PIP_CERT',
  'UV_DEFAULT_INDEX',
  'UV_INDEX_MINE_PASSWORD',
];
const dropped = [
  'npm_config_json',
  'npm_config_local_prefix',
  'npm_config_ignore_scripts',
  'npm_config_git',
  'npm_package_name',
  'npm_lifecycle_event',
  'npm_execpath',
  'INIT_CWD',
  'PIP_NO_BINARY',
  'PIP_TARGET',
  'UV_NO_BINARY',
  'PYTHONPATH',
  'VIRTUAL_ENV',
  'NODE_TEST_CONTEXT',
];

test('a client keeps what says where the registry is and how to reach it', () => {
  const given = Object.fromEntries(kept.map((name) => [name, 'x']));
  assert.deepEqual(Object.keys(clientEnvironment(given)), kept);
});

for (const name of dropped) {
  test(`a client does not get ${name}`, () => assert.deepEqual(clientEnvironment({ [name]: 'x' }), {}));
}

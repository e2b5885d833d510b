import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReadmeConfigs } from './readme-config.ts';

const fence = '```';
const readme = (servers: unknown, before = '') =>
  `# A server\n${before}\n${fence}json\n${JSON.stringify({ mcpServers: servers }, null, 2)}\n${fence}\n`;
const read = (text: string) => readReadmeConfigs(text, ['@scope/server', 'server-bin'], 'seed');

const rows: Array<[string, unknown, { arguments: string[]; environment: object } | undefined]> = [
  [
    'what follows the package, with paths and values replaced',
    { a: { command: 'npx', args: ['-y', '@scope/server@latest', '--mode=read', '/Users/me/files', '<your-url>'] } },
    { arguments: ['--mode=read', '/tmp', 'https://assay-placeholder.example.com'], environment: {} },
  ],
  [
    'names of variables, with plain words alone kept',
    { a: { command: 'server-bin', args: [], env: { A_TOKEN: 'abc', MODE: 'sandbox', WHERE: 'your-place', ON: true } } },
    { arguments: [], environment: { A_TOKEN: null, MODE: 'sandbox', WHERE: null, ON: 'true' } },
  ],
  [
    'no variable that steers the runtime',
    {
      a: {
        command: 'server-bin',
        args: [],
        env: { NODE_OPTIONS: '--x', PATH: 'x', LD_PRELOAD: 'x', 'a b': 'x', OK: '1' },
      },
    },
    { arguments: [], environment: { OK: '1' } },
  ],
  [
    'values for the parts of a word that stand for something',
    {
      a: {
        command: 'server-bin',
        args: ['postgresql://<user>@<host>:5432/{database}', 'YOUR_ACCOUNT_SID/YOUR_REGION'],
      },
    },
    {
      arguments: ['postgresql://placeholder@localhost:5432/placeholder', `AC${'0'.repeat(32)}/us-east-1`],
      environment: {},
    },
  ],
  ['nothing of another package', { a: { command: 'npx', args: ['-y', 'other', '--x'] } }, undefined],
  ['nothing where arguments are no strings', { a: { command: 'server-bin', args: [{}, 1] } }, undefined],
  ['nothing where nothing is given', { a: { command: 'npx', args: ['-y', '@scope/server'] } }, undefined],
];

for (const [title, servers, expected] of rows) {
  test(`a README gives ${title}`, () => assert.deepEqual(read(readme(servers))[0], expected));
}

test('a README with comments and trailing commas is read', () => {
  const text = `${fence}jsonc\n{\n // start\n "mcpServers": {"a": {"command": "server-bin", "args": ["stdio",],},}}\n${fence}`;
  assert.deepEqual(read(text)[0]?.arguments, ['stdio']);
});

test('a credential takes the shape that the name of the package tells', () => {
  const servers = { a: { command: 'npx', args: ['@stripe/mcp', '--api-key=YOUR_API_KEY'] } };
  const [config] = readReadmeConfigs(readme(servers), ['@stripe/mcp'], 'seed');
  assert.match(config?.arguments[0] ?? '', /^--api-key=sk_test_/);
});

test('a hostile README gives few and short strings, in little time', () => {
  const args = ['server-bin', ...Array.from({ length: 50 }, () => '--x')];
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`s${index}`, { command: 'npx', args: [...args, `--${index}`] }]),
  );
  for (const text of [
    readme(many),
    '`'.repeat(200_000),
    `${fence}${'{,'.repeat(100_000)}`,
    readme(JSON.parse('{"__proto__": {}}')),
  ]) {
    const found = read(text);
    assert.ok(found.length <= 3 && found.every((config) => config.arguments.length <= 20));
  }
});

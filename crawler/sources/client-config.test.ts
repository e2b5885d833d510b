// biome-ignore-all lint/suspicious/noTemplateCurlyInString: clients write their references so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../domain/errors.ts';
import { parseClientConfig } from './parse-client-config.ts';
import { privateLeads } from './private-leads.ts';
import { publicLeads } from './public-leads.ts';

const key = 'sk-live-0123456789abcdef0123456789';
const claude = {
  mcpServers: {
    files: { command: 'npx', args: ['-y', '@scope/files@1.2.3', '/home/jane/secret-project', '--mode=fast'] },
    issues: {
      command: 'uvx',
      args: ['some-server', '--token', key, '--db', 'postgresql://jane:pw@db.internal/x', '--port', '8080'],
      env: { SOME_TOKEN: key, SOME_REGION: 'eu-secret-1' },
    },
    remote: { type: 'http', url: 'https://mcp.example.com/mcp', headers: { Authorization: `Bearer ${key}` } },
    keyed: { url: `https://hooks.example.com/s/${key}/mcp` },
    asked: { url: 'https://mcp.example.com/mcp?team=jane' },
    container: { command: 'docker', args: ['run', '-e', `TOKEN=${key}`, 'mcp/fetch'] },
    local: { command: '/home/jane/bin/server', args: [key] },
    empty: {},
    odd: 'text',
  },
};

test('With names only, packages and addresses are left, and nothing of the person.', () => {
  const { leads, notes } = publicLeads(parseClientConfig(JSON.stringify(claude), 'c.json'), { allowLocal: false });
  assert.deepEqual(
    leads.map(({ reference }) => reference),
    ['npm:@scope/files@1.2.3', 'pypi:some-server', 'https://mcp.example.com/mcp'],
  );
  assert.deepEqual(leads[0]?.hints?.arguments, ['/tmp', '--mode=placeholder']);
  const issues = leads[1]?.hints;
  assert.deepEqual(issues?.environment, [
    { name: 'SOME_TOKEN', isRequired: true, isSecret: true, default: null, choices: [] },
    { name: 'SOME_REGION', isRequired: true, isSecret: false, default: null, choices: [] },
  ]);
  assert.equal(issues.arguments[3], 'postgresql://placeholder:placeholder@localhost:5432/placeholder');
  assert.deepEqual(issues.arguments.slice(4), ['--port', '8080']);
  assert.deepEqual(
    notes.map(({ name }) => name),
    ['keyed', 'asked', 'container', 'local'],
  );
  assert.doesNotMatch(JSON.stringify({ leads, notes }), /jane|sk-live|eu-secret|internal/);
});

test('With the person’s own values each server is private under its own name.', () => {
  const environment = { MY_KEY: key, HOME: '/home/jane' };
  const config = {
    servers: {
      files: { command: 'npx', args: ['-y', 'files', '${userHome}/x', '${MY_KEY}'], env: { A_KEY: '${env:MY_KEY}' } },
      asking: { command: 'npx', args: ['asking'], env: { B_KEY: '${input:key}', MODE: '${MODE:-slow}' } },
      remote: { url: 'https://mcp.example.com/mcp?k=${MY_KEY}', headers: { X: 'Bearer ${env:MY_KEY}', Y: '${GONE}' } },
      local: { command: 'node', args: ['server.js'] },
    },
  };
  const parsed = parseClientConfig(JSON.stringify(config), 'mcp.json');
  const { leads, notes } = privateLeads(parsed, { allowLocal: false, environment, folder: '/work' });
  assert.deepEqual(
    leads.map(({ reference }) => reference),
    ['private:files', 'private:asking', 'private:remote', 'private:local'],
  );
  const [files, asking, remote, local] = leads.map(({ own }) => own);
  assert.ok(files?.kind === 'package' && asking?.kind === 'package');
  assert.deepEqual(files.values, { arguments: ['/home/jane/x', key], environment: { A_KEY: key } });
  assert.deepEqual(asking.values.environment, { MODE: 'slow' });
  assert.ok(remote?.kind === 'remote');
  assert.deepEqual([remote.address, remote.headers], [`https://mcp.example.com/mcp?k=${key}`, { X: `Bearer ${key}` }]);
  assert.deepEqual(local?.kind === 'command' && local.folder, '/work');
  assert.deepEqual(notes, [
    { name: 'asking', reason: 'B_KEY is left out, because key is not set here' },
    { name: 'remote', reason: 'Y is left out, because GONE is not set here' },
  ]);
});

test('Comments and last commas are read, and an error names the line and repeats nothing.', () => {
  const text = `{
    // mine
    "servers": { "a": { "command": "npx", /* always */ "args": ["a",], }, },
  }`;
  assert.deepEqual(
    parseClientConfig(text, 'mcp.json').map(({ name }) => name),
    ['a'],
  );
  assert.throws(
    () => parseClientConfig(`{\n"servers": {\n"a": ${key} } }`, 'mcp.json'),
    (error: Error) => error instanceof UsageError && /line 3/.test(error.message) && !error.message.includes(key),
  );
});

test('Codex’s tables are read, with the variables that it passes on and those that hold headers.', () => {
  const text = `
model = "x"
[mcp_servers.one]
command = "npx"
args = ["-y", "one"]
env_vars = ["ONE_KEY"]
[mcp_servers.two]
url = "https://mcp.example.com/mcp"
bearer_token_env_var = "TWO_TOKEN"
env_http_headers = { X-Team = "TEAM" }
`;
  const [one, two] = parseClientConfig(text, '/home/jane/.codex/config.toml');
  assert.deepEqual(one?.environment, { ONE_KEY: '${env:ONE_KEY}' });
  assert.deepEqual(two?.headers, { 'X-Team': '${env:TEAM}', Authorization: 'Bearer ${env:TWO_TOKEN}' });
  assert.throws(
    () => parseClientConfig(`x = ${key}`, 'config.toml'),
    (error: Error) => error instanceof UsageError && !error.message.includes(key),
  );
});

test('The projects of Claude Code and the settings of VS Code are read too.', () => {
  const server = { command: 'npx', args: ['a'] };
  const claudeCode = { mcpServers: { own: server }, projects: { '/home/jane/x': { mcpServers: { project: server } } } };
  const settings = { 'editor.tabSize': 2, mcp: { servers: { set: { serverUrl: 'https://a.example.com/' } } } };
  const names = [claudeCode, settings].flatMap((each) => parseClientConfig(JSON.stringify(each), 'x.json'));
  assert.deepEqual(
    names.map(({ name }) => name),
    ['own', 'project', 'set'],
  );
  assert.equal(names[2]?.url, 'https://a.example.com/');
});

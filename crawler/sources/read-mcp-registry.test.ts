import assert from 'node:assert/strict';
import type { RequestListener, ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { LocalFaultError, UsageError } from '../../domain/errors.ts';
import { smallLimits } from '../testing/fixture-request.ts';
import { startRemote } from '../testing/remote-servers.ts';
import { type RegistryOptions, readMcpRegistry } from './read-mcp-registry.ts';

const options: RegistryOptions = { limit: null, updatedSince: null, allowLocal: true, limits: smallLimits };

async function startRegistry(t: TestContext, answer: (query: URLSearchParams, response: ServerResponse) => unknown) {
  const listener: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const body = url.pathname.endsWith('/v0.1/servers') ? answer(url.searchParams, response) : undefined;
    if (response.writableEnded) return;
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const remote = await startRemote(listener);
  t.after(remote.close);
  return { ...remote, base: new URL('/', remote.url).href };
}

const record = (name: string, server: object, official: object = {}) => ({
  server: {
    $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
    name,
    description: 'A server.',
    version: '1.2.0',
    ...server,
  },
  _meta: {
    'io.modelcontextprotocol.registry/official': {
      status: 'active',
      publishedAt: '2026-01-02T03:04:05.000Z',
      updatedAt: '2026-01-02T03:04:05.000Z',
      isLatest: true,
      ...official,
    },
  },
});
const npm = (identifier: string, more: object = {}) => ({
  registryType: 'npm',
  identifier,
  version: '1.2.0',
  transport: { type: 'stdio' },
  ...more,
});

test('Packages and remotes become references, and what cannot be crawled is counted by kind.', async (t) => {
  const { base, paths } = await startRegistry(t, (query) =>
    query.has('cursor')
      ? {
          servers: [
            record('io.example/two', { packages: [{ ...npm('py-server'), registryType: 'pypi' }] }),
            record('io.example/gone', { packages: [npm('gone')] }, { status: 'deleted' }),
          ],
          metadata: { count: 2 },
        }
      : {
          servers: [
            record(
              'io.example/one',
              {
                packages: [npm('@example/one'), npm('ghcr.io/example/one:1', { registryType: 'oci' })],
                remotes: [
                  { type: 'streamable-http', url: 'https://mcp.example.com/mcp' },
                  { type: 'sse', url: 'https://mcp.example.com/sse' },
                  { type: 'streamable-http', url: 'https://{tenant}.example.com/mcp' },
                ],
              },
              { updatedAt: '2026-03-01T00:00:00Z' },
            ),
            record('io.example/same', { packages: [npm('@example/one')] }),
          ],
          metadata: { nextCursor: 'io.example/one:1.2.0', count: 2 },
        },
  );
  const reading = await readMcpRegistry(base, { ...options, updatedSince: '2026-01-01T00:00:00Z' });
  assert.deepEqual(
    reading.leads.map(({ reference }) => reference),
    ['npm:@example/one@1.2.0', 'https://mcp.example.com/mcp', 'https://mcp.example.com/sse', 'pypi:py-server@1.2.0'],
  );
  const { leads: _, ...rest } = reading;
  assert.deepEqual(rest, {
    notSupported: { oci: 1, 'remote with variables in its address': 1 },
    dropped: 0,
    partial: null,
    newest: '2026-03-01T00:00:00Z',
  });
  assert.deepEqual(paths, [
    '/v0.1/servers?limit=100&version=latest&updated_since=2026-01-01T00%3A00%3A00Z',
    '/v0.1/servers?limit=100&version=latest&updated_since=2026-01-01T00%3A00%3A00Z&cursor=io.example%2Fone%3A1.2.0',
  ]);
});

test('Variables and arguments become hints, with no value for what is secret.', async (t) => {
  const { base } = await startRegistry(t, () => ({
    servers: [
      record('io.example/one', {
        packages: [
          npm('one', {
            environmentVariables: [
              { name: 'ONE_API_KEY', isRequired: true, isSecret: true, default: 'sk-leaked' },
              { name: 'ONE_MODE', default: 'fast', choices: ['fast', 'slow'] },
              { name: 'bad name', isRequired: true },
            ],
            packageArguments: [
              { type: 'positional', value: 'serve' },
              { type: 'named', name: '--root', isRequired: true, format: 'filepath' },
              { type: 'named', name: '--optional', default: 'x' },
              { type: 'named', name: '--pass', isRequired: true, isSecret: true, default: 'hunter2hunter2' },
              { type: 'named', name: '; rm -rf /', value: 'x' },
            ],
          }),
        ],
      }),
    ],
  }));
  const [lead] = (await readMcpRegistry(base, options)).leads;
  assert.deepEqual(lead?.hints?.environment, [
    { name: 'ONE_API_KEY', isRequired: true, isSecret: true, default: null, choices: [] },
    { name: 'ONE_MODE', isRequired: false, isSecret: false, default: 'fast', choices: ['fast', 'slow'] },
  ]);
  assert.deepEqual(lead.hints.arguments.slice(0, 4), ['serve', '--root', '/tmp', '--pass']);
  assert.equal(lead.hints.arguments.length, 5);
  assert.doesNotMatch(JSON.stringify(lead), /leaked|hunter2/);
});

test('Odd records are dropped and counted, and their neighbours stay.', async (t) => {
  const { base } = await startRegistry(t, () => ({
    servers: [
      null,
      7,
      { server: { name: '' } },
      { server: { name: 'io.example/x', packages: 'many', remotes: [{ type: 'ws', url: 'wss://x' }] } },
      record('io.example/evil', {
        packages: [npm('../../etc/passwd'), npm('x', { version: 'file:../x' }), npm('--flag'), 'text', npm('good')],
        remotes: [{ type: 'sse', url: 'http://169.254.169.254/latest' }],
      }),
    ],
  }));
  const reading = await readMcpRegistry(base, options);
  assert.deepEqual(
    reading.leads.map(({ reference }) => reference),
    ['npm:good@1.2.0'],
  );
  assert.deepEqual([reading.dropped, reading.notSupported], [3, { 'malformed remote': 2, 'malformed package': 4 }]);
});

test('No more than the limit is read, and what was left is said.', async (t) => {
  const { base, paths } = await startRegistry(t, (query) => ({
    servers: [record('io.example/a', { packages: [npm(`a-${query.get('cursor') ?? '0'}`), npm('b'), npm('c')] })],
    metadata: { nextCursor: `${query.get('cursor') ?? ''}1` },
  }));
  const reading = await readMcpRegistry(base, { ...options, limit: 2 });
  assert.deepEqual([reading.leads.length, reading.partial, paths.length], [2, 'more than 2 servers', 1]);
});

test('A cursor that was given before ends the reading.', async (t) => {
  const { base, paths } = await startRegistry(t, () => ({
    servers: [record('io.example/a', { packages: [npm('a')] })],
    metadata: { nextCursor: 'again' },
  }));
  const reading = await readMcpRegistry(base, options);
  assert.match(reading.partial ?? '', /cursor of page 2/);
  assert.equal(paths.length, 2);
});

test('What came before an error of the registry is kept.', async (t) => {
  const { base } = await startRegistry(t, (query, response) => {
    if (query.has('cursor')) return void response.writeHead(500).end();
    return { servers: [record('io.example/a', { packages: [npm('a')] })], metadata: { nextCursor: 'two' } };
  });
  const reading = await readMcpRegistry(base, options);
  assert.deepEqual([reading.leads.length, reading.partial], [1, 'page 2 did not come: It answered with HTTP 500.']);
});

const refusals: Array<
  [title: string, answer: (query: URLSearchParams, response: ServerResponse) => unknown, told: RegExp]
> = [
  ['answers with an error', (_, response) => void response.writeHead(500).end(), /HTTP 500/],
  ['answers with something else', () => ['not', 'a', 'page'], /no list of servers/],
  ['answers with no JSON', (_, response) => void response.writeHead(200).end('<html>'), /no JSON/],
  [
    'leads to another origin',
    (_, response) => void response.writeHead(302, { location: 'http://localhost:9/v0.1/servers' }).end(),
    /another origin/,
  ],
  [
    'sends a flood',
    (_, response) => void response.writeHead(200).end(Buffer.alloc(smallLimits.maxMessageBytes + 1, ' ')),
    /passed the limit/,
  ],
];
for (const [title, answer, told] of refusals) {
  test(`A registry that ${title} is a fault that says so.`, async (t) => {
    const { base } = await startRegistry(t, answer);
    await assert.rejects(
      readMcpRegistry(base, options),
      (error: Error) => error instanceof LocalFaultError && told.test(error.message),
    );
  });
}

test('A registry on this machine is refused where that is not allowed.', async () => {
  await assert.rejects(readMcpRegistry('http://127.0.0.1:9/', { ...options, allowLocal: false }), UsageError);
  await assert.rejects(readMcpRegistry('https://127.0.0.1:9/', { ...options, allowLocal: false }), /not on the public/);
});

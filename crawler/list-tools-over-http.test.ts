import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { test } from 'node:test';
import { type ListingAttempt, listToolsOverHttp } from './list-tools.ts';
import { smallLimits } from './testing/fixture-request.ts';
import {
  initialized,
  legacyListener,
  modernListener,
  scriptedListener,
  sseListener,
  startRemote,
} from './testing/remote-servers.ts';
import type { HttpOptions } from './transports/streamable-http.ts';

const options: HttpOptions = {
  headers: { authorization: 'Bearer mine' },
  limits: { ...smallLimits, connectTimeoutMs: 3000, requestTimeoutMs: 3000 },
  allowLocal: true,
};

const listing: Record<string, [() => RequestListener, string, string]> = {
  'of the 2025 era': [legacyListener, 'streamable-http', '2025-11-25'],
  'of the 2026-07-28 revision': [modernListener, 'streamable-http', '2026-07-28'],
  'of the older HTTP with SSE': [sseListener, 'sse', '2025-11-25'],
};

for (const [what, [listener, transport, version]] of Object.entries(listing)) {
  test(`A remote server ${what} is listed.`, async (t) => {
    const remote = await startRemote(listener());
    t.after(remote.close);
    const attempt = await listToolsOverHttp(remote.url, options);
    assert.deepEqual(
      attempt.listing?.tools.map(({ name }) => name),
      ['look'],
      attempt.reason,
    );
    assert.deepEqual([attempt.listing.transport, attempt.listing.protocolVersion], [transport, version]);
    assert.ok(remote.headers.every(({ authorization }) => authorization === 'Bearer mine'));
  });
}

const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(code, headers).end();
const result = (text: string) => (id: unknown) => `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${text}}`;
const list = (text: string) => scriptedListener({ initialize: initialized, 'tools/list': result(text) });

const failing: Record<string, [RequestListener, NonNullable<ListingAttempt['failure']>, RegExp]> = {
  'asks for authorisation and names scopes': [
    status(401, { 'www-authenticate': 'Bearer scope="tools:read files:write"' }),
    'auth-required',
    /HTTP 401.*Scopes: tools:read, files:write\./,
  ],
  'denies access': [status(403), 'auth-required', /HTTP 403/],
  'is not there': [status(404), 'not-found', /HTTP 404/],
  'is broken': [status(500), 'unreachable', /HTTP 500/],
  'redirects to another origin': [
    status(307, { location: 'http://localhost:1/mcp' }),
    'refused',
    /another origin, http:\/\/localhost:1/,
  ],
  'redirects for ever': [status(307, { location: '/mcp' }), 'refused', /more than 5 times/],
  'redirects to a file': [status(307, { location: 'file:///etc/passwd' }), 'refused', /another origin/],
  'answers with a page': [
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    'protocol-error',
    /./,
  ],
  'answers with no list': [list('{"tools":7}'), 'protocol-error', /array of tools/],
  'answers with too much': [
    list(`{"tools":[{"name":"${'x'.repeat(3 * 2 ** 20)}"}]}`),
    'too-large',
    /One answer passed the limit/,
  ],
  'never answers': [() => {}, 'timed-out', /./],
};

for (const [what, [listener, failure, reason]] of Object.entries(failing)) {
  test(`A remote server that ${what} is ${failure}.`, async (t) => {
    const remote = await startRemote(listener);
    t.after(remote.close);
    const attempt = await listToolsOverHttp(remote.url, options);
    assert.equal(attempt.failure, failure, attempt.reason);
    assert.match(attempt.reason, reason);
    assert.ok(attempt.seconds < 15, `took ${attempt.seconds} s`);
  });
}

test('Scopes are read from the metadata that a challenge points to, without the headers of the user.', async (t) => {
  const remote = await startRemote((request, response) => {
    if (request.url === '/meta') {
      const { host } = request.headers;
      const metadata = { resource: `http://${host}/mcp`, scopes_supported: ['a', '"b"', 'c d'] };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadata));
    } else {
      const challenge = `Bearer resource_metadata="http://${request.headers.host}/meta"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end();
    }
  });
  t.after(remote.close);
  const attempt = await listToolsOverHttp(remote.url, options);
  assert.match(attempt.reason, /Scopes: a\.$/);
  assert.equal(remote.headers[remote.paths.indexOf('/meta')]?.authorization, undefined);
});

test('One malformed tool of a remote server is rejected by itself, and unknown keys are kept.', async (t) => {
  const remote = await startRemote(list('{"tools":[{"name":"a","x-own":{"__proto__":1}},{"name":7}]}'));
  t.after(remote.close);
  const { listing } = await listToolsOverHttp(remote.url, options);
  assert.equal(JSON.stringify(listing?.tools), '[{"name":"a","x-own":{"__proto__":1}}]');
  assert.equal(listing?.rejected.length, 1);
});

test('A redirect within the origin is followed.', async (t) => {
  const listener = legacyListener();
  const remote = await startRemote((request, response) => {
    if (request.url === '/mcp/') listener(request, response);
    else response.writeHead(308, { location: '/mcp/' }).end();
  });
  t.after(remote.close);
  assert.equal((await listToolsOverHttp(remote.url, options)).failure, null);
});

test('A server that nobody runs is unreachable.', async () => {
  const remote = await startRemote(status(200));
  remote.close();
  const attempt = await listToolsOverHttp(remote.url, options);
  assert.equal(attempt.failure, 'unreachable');
  assert.match(attempt.reason, /ECONNREFUSED/);
});

test('A name is refused as soon as one of its addresses is not public, and nothing is sent.', async (t) => {
  const remote = await startRemote(status(200));
  t.after(remote.close);
  const named = new URL(`http://example.test:${remote.url.port}/mcp`);
  for (const addresses of [['127.0.0.1'], ['93.184.215.14', '10.0.0.1'], ['::ffff:127.0.0.1']]) {
    const attempt = await listToolsOverHttp(named, { ...options, allowLocal: false, lookup: async () => addresses });
    assert.equal(attempt.failure, 'refused', attempt.reason);
  }
  for (const literal of ['127.0.0.1', '[::1]', '[::ffff:7f00:1]', '2130706433', '0x7f.1']) {
    const url = new URL(`http://${literal}:${remote.url.port}/mcp`);
    assert.equal((await listToolsOverHttp(url, { ...options, allowLocal: false })).failure, 'refused', literal);
  }
  assert.deepEqual(remote.paths, []);
});

test('A name without an address is unreachable.', async () => {
  const attempt = await listToolsOverHttp(new URL('http://example.test/mcp'), { ...options, lookup: async () => [] });
  assert.equal(attempt.failure, 'unreachable');
});

test('An aborted signal ends the attempt as interrupted.', async (t) => {
  const remote = await startRemote(() => {});
  t.after(remote.close);
  const attempt = await listToolsOverHttp(remote.url, { ...options, signal: AbortSignal.timeout(200) });
  assert.equal(attempt.failure, 'interrupted');
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CrawlLimits } from './limits.ts';
import type { ListingAttempt } from './list-tools.ts';
import { listToolsOverStdio } from './list-tools.ts';
import { fixtureRequest } from './testing/fixture-request.ts';
import { needSandbox } from './testing/need-sandbox.ts';

const drivers = ['bubblewrap', 'unshare'] as const;

/** What a server is expected to end as; `tools` are the names. */
interface Expected {
  limits?: Partial<CrawlLimits>;
  tools?: string[];
  rejected?: (string | null)[];
  partial?: RegExp;
  failure?: ListingAttempt['failure'];
  reason?: RegExp;
  exitCode?: number;
  stderr?: RegExp;
}

const impatient = { connectTimeoutMs: 2000 };

const servers: Record<string, Expected> = {
  'good-2025.mjs': { tools: ['look', 'drop'], reason: /protocol 2025-11-25/ },
  'good-2026.mjs': { tools: ['look'], reason: /protocol 2026-07-28/ },
  'no-tools.mjs': { tools: [] },
  'no-tools-capability.mjs': { tools: [] },
  'prints-noise.mjs': { tools: ['quiet'] },
  'sends-deep-junk.mjs': { tools: ['after'] },
  'pages.mjs': { tools: ['a', 'b', 'c', 'd', 'e'] },
  'pages-for-ever.mjs': {
    limits: { maxPages: 3 },
    tools: ['tool-0', 'tool-1', 'tool-2'],
    partial: /more than 3 pages/,
  },
  'repeats-cursor.mjs': { tools: ['first', 'second'], partial: /cursor of page 2 was given before/ },
  'dies-on-third-page.mjs': { tools: ['tool-1', 'tool-2'], partial: /page 3 did not come/ },
  'hangs-on-second-page.mjs': {
    limits: { requestTimeoutMs: 2000 },
    tools: ['first'],
    partial: /page 2 did not come: .*timed out/,
  },
  'many-tools.mjs': { limits: { maxTools: 2 }, tools: ['tool-0', 'tool-1'], partial: /more than 2 tools/ },
  'duplicate-names.mjs': { tools: ['twin', 'other'], rejected: ['twin'] },
  'one-malformed-tool.mjs': { tools: ['first', 'last'], rejected: [null, null, null, null, null, ''] },
  'exits-without-token.mjs': { failure: 'exited', exitCode: 3, stderr: /API_TOKEN environment variable is required/ },
  'hangs.mjs': { limits: impatient, failure: 'timed-out', reason: /did not answer in time/ },
  'http-only.mjs': { limits: impatient, failure: 'http-only', reason: /listens on a port/ },
  'answers-bad-json.mjs': { limits: impatient, failure: 'protocol-error', reason: /not with one JSON-RPC message/ },
  'lies-about-length.mjs': { limits: impatient, failure: 'protocol-error', reason: /not with one JSON-RPC message/ },
  'answers-no-list.mjs': { failure: 'protocol-error', reason: /array of tools/ },
  'answers-with-error.mjs': { failure: 'protocol-error', reason: /The database is locked/ },
  'answers-50-mb.mjs': { failure: 'too-large', reason: /one line passed the limit of 2,097,152 bytes/ },
  'floods-stdout.mjs': { failure: 'too-large', reason: /(the output|lines that are no messages) passed the limit/ },
  'floods-stderr.mjs': { failure: 'too-large', reason: /stderr passed the limit/, stderr: /^.{1,500}$/s },
  'fills-memory.mjs': { failure: 'too-large', reason: /limit on memory/ },
  'bombs-forks.mjs': { failure: 'too-large', reason: /limit on processes/ },
  'ignores-signals.mjs': { tools: ['stubborn'] },
};

for (const driver of drivers) {
  suite(`A server under ${driver} ends in its own outcome, in bounded time:`, { concurrency: 3 }, () => {
    for (const [server, expected] of Object.entries(servers)) {
      test(server, async (t) => {
        const sandbox = await needSandbox(t, driver);
        if (!sandbox) return;
        const started = performance.now();
        const attempt = await listToolsOverStdio(sandbox, fixtureRequest(server, { limits: expected.limits ?? {} }));
        assert.equal(attempt.failure, expected.failure ?? null, attempt.reason);
        assert.deepEqual(
          attempt.listing?.tools.map(({ name }) => name),
          expected.tools,
        );
        assert.deepEqual(attempt.listing?.rejected.map(({ name }) => name) ?? [], expected.rejected ?? []);
        assert.match(attempt.partial ?? '', expected.partial ?? /^$/);
        assert.match(attempt.reason, expected.reason ?? /./);
        assert.match(attempt.stderr, expected.stderr ?? /^/);
        assert.equal(attempt.exitCode, expected.exitCode ?? null);
        assert.ok(performance.now() - started < 25_000, `took ${attempt.seconds} s`);
      });
    }
  });
}

test('A session tells the server as it reports itself.', async (t) => {
  const sandbox = await needSandbox(t, 'unshare');
  if (!sandbox) return;
  const { listing } = await listToolsOverStdio(sandbox, fixtureRequest('good-2025.mjs'));
  assert.deepEqual(listing?.serverInfo, { name: 'good', title: 'Good', version: '2.5.0' });
  assert.equal(listing?.instructions, 'Look before you drop.');
  assert.equal(listing?.transport, 'stdio');
});

test('Requests of the server to the client are answered without giving anything.', async (t) => {
  const sandbox = await needSandbox(t, 'unshare');
  if (!sandbox) return;
  const { listing } = await listToolsOverStdio(sandbox, fixtureRequest('asks-client.mjs'));
  const answers = Object.fromEntries(listing?.tools.map(({ name, description }) => [name, description]) ?? []);
  assert.deepEqual(answers, {
    ping: '{}',
    'roots/list': '{"roots":[]}',
    'sampling/createMessage': '-32600',
    'elicitation/create': '{"action":"decline"}',
    'shell/run': '-32601',
  });
});

test('An aborted signal ends the attempt as interrupted.', async (t) => {
  const sandbox = await needSandbox(t, 'unshare');
  if (!sandbox) return;
  const attempt = await listToolsOverStdio(sandbox, fixtureRequest('hangs.mjs'), AbortSignal.timeout(300));
  assert.equal(attempt.failure, 'interrupted');
});

test('A hostile definition is kept as given or rejected by itself, and pollutes nothing.', async (t) => {
  const sandbox = await needSandbox(t, 'unshare');
  if (!sandbox) return;
  const { listing } = await listToolsOverStdio(sandbox, fixtureRequest('hostile-definitions.mjs'));
  const tools = new Map(listing?.tools.map((tool) => [tool.name, tool]));
  assert.equal(tools.size, 14);
  assert.deepEqual(
    listing?.rejected.map(({ name, reason }) => [name?.length, reason.split(',')[0]]),
    [
      [4, 'The definition is nested deeper than 128 levels.'],
      [101, 'The name is 1001 characters long'],
    ],
  );
  assert.equal(tools.get('surrogates')?.description, 'lone \ud800 and \udfff');
  assert.equal(tools.get('nul')?.description, 'before\0after');
  assert.equal(String(tools.get('long')?.description).length, 2 ** 20);
  assert.deepEqual(Object.keys(tools.get('proto') ?? {}), ['name', '__proto__', 'inputSchema']);
  assert.deepEqual(Object.keys(tools.get('meta') ?? {}), ['name', 'description', 'x-unknown']);
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
  assert.equal((tools.get('proto') as Record<string, unknown> | undefined)?.polluted, undefined);
});

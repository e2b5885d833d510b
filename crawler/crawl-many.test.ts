import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { serverIdentity } from '../domain/server.ts';
import { crawlServers } from './crawl-servers.ts';
import type { ServerLead } from './sources/server-lead.ts';
import { smallLimits } from './testing/fixture-request.ts';
import { livingProcesses } from './testing/living-processes.ts';
import { needAnySandbox } from './testing/need-any-sandbox.ts';

const servers = 300;
/** What each kind of server ends with, and how many of twelve are of it. */
const kinds = [
  { kind: 'is-good', outcome: 'listed', share: 4 },
  { kind: 'is-slow', outcome: 'listed', share: 2 },
  { kind: 'crashes', outcome: 'broken', share: 3 },
  { kind: 'hangs', outcome: 'timed-out', share: 1 },
  { kind: 'floods', outcome: 'too-large', share: 1 },
  { kind: 'answers-bad-json', outcome: 'protocol-error', share: 1 },
] as const;
const drawn = kinds.flatMap((each) => Array.from({ length: each.share }, () => each));
const limits = {
  ...smallLimits,
  connectTimeoutMs: 2_500,
  requestTimeoutMs: 2_500,
  maxMessageBytes: 2 ** 16,
  maxOutputBytes: 2 ** 18,
};

test('each of 300 servers with random faults has its outcome, in flat memory, and none of them lives on', {
  timeout: 180_000,
}, async (t) => {
  if (!(await needAnySandbox(t))) return;
  const folder = await mkdtemp(join(tmpdir(), 'many-'));
  t.after(() => rm(folder, { recursive: true }));
  await copyFile(fileURLToPath(new URL('./testing/servers/faulty.sh', import.meta.url)), join(folder, 'faulty.sh'));
  const marker = `assay-marker-${process.pid}`;
  const random = randomNumbers(1);
  const expected = new Map<string, string>();
  const found = new Map<string, string>();
  const leads = new Map<string, ServerLead>();
  for (let number = 0; number < servers; number++) {
    const identity = serverIdentity('private', `server-${number}`);
    const { kind, outcome } = drawn[random() % drawn.length] as (typeof drawn)[number];
    const values = { arguments: ['faulty.sh', kind, marker], environment: {} };
    expected.set(identity.id, `${kind}: ${outcome}`);
    leads.set(identity.id, {
      reference: identity.id,
      own: { kind: 'command', identity, command: 'sh', folder, values },
    });
  }

  const options = { dataDir: folder, environment: {}, limits, leads, allowLocal: false, allowNoSandbox: false };
  const kept: number[] = [];
  for await (const answer of crawlServers([...leads.keys()], { ...options, concurrency: 12 })) {
    assert.equal(answer.kind, 'crawled');
    const { reference, outcome, reason } = answer.result;
    assert.notEqual(reason, '');
    found.set(reference, `${expected.get(reference)?.split(':')[0]}: ${outcome}`);
    if (found.size % (servers / 3) === 0) kept.push(keptBytes());
  }
  assert.deepEqual(new Map([...found].sort()), new Map([...expected].sort()));
  const grown = ((kept[2] ?? 0) - (kept[0] ?? 0)) / 2 ** 20;
  assert.ok(grown < 16, `The last 200 servers left ${grown.toFixed(1)} MB behind.`);
  assert.ok(process.resourceUsage().maxRSS < 600_000, `${process.resourceUsage().maxRSS} kB resident at the most`);
  assert.deepEqual(livingProcesses(marker), []);
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is still referred to. */
function keptBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The same numbers from 0 to 2³¹ for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >> 8;
  };
}

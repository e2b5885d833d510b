import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureRequest, smallLimits } from '../testing/fixture-request.ts';
import { needAnySandbox } from '../testing/need-any-sandbox.ts';
import { answersModern } from './answers-modern.ts';

const servers = { 'good-2026.mjs': true, 'good-both.mjs': true, 'good-2025.mjs': false, 'hangs.mjs': false };

for (const [server, isModern] of Object.entries(servers)) {
  test(`${server} ${isModern ? 'answers' : 'does not answer'} as of 2026-07-28`, async (t) => {
    const sandbox = await needAnySandbox(t);
    if (!sandbox) return;
    const process = await sandbox.start(fixtureRequest(server));
    assert.equal(await answersModern(process, smallLimits), isModern);
    await process.ended;
  });
}

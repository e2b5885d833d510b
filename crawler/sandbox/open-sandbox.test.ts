import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LocalFaultError } from '../../domain/errors.ts';
import { openSandbox } from './open-sandbox.ts';

test('No sandbox at all is opened only for somebody who allowed it.', async () => {
  await assert.rejects(openSandbox({ allowNone: false, prefer: 'none' }), (error: Error) => {
    assert.ok(error instanceof LocalFaultError);
    assert.equal(error.name, 'NoSandboxError');
    assert.match(error.message, /apt-get install bubblewrap.*--unsafe-no-sandbox/);
    return true;
  });
  assert.equal((await openSandbox({ allowNone: true, prefer: 'none' })).name, 'none');
});

test('A sandbox that is preferred is the only one that is tried.', async () => {
  for (const prefer of ['bubblewrap', 'unshare'] as const) {
    const opened = await openSandbox({ allowNone: true, prefer }).catch((error: Error) => error);
    if (opened instanceof Error) assert.match(opened.message, new RegExp(`Tried ${prefer}: [^;]*\\.`));
    else assert.equal(opened.name, prefer);
  }
});

import type { TestContext } from 'node:test';
import { NoSandboxError } from '../sandbox/no-sandbox-error.ts';
import { openSandbox } from '../sandbox/open-sandbox.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** Whichever driver works here, or null after the test was skipped; a failure instead under ASSAY_REQUIRE_ALL=1. */
export async function needAnySandbox(test: TestContext): Promise<Sandbox | null> {
  try {
    return await openSandbox({ allowNone: false });
  } catch (error) {
    if (!(error instanceof NoSandboxError) || process.env.ASSAY_REQUIRE_ALL === '1') throw error;
    test.skip(`SKIP: ${error.message}`);
    return null;
  }
}

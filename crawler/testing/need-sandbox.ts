import type { TestContext } from 'node:test';
import type { SandboxName } from '../../domain/crawl-outcome.ts';
import { NoSandboxError } from '../sandbox/no-sandbox-error.ts';
import { openSandbox } from '../sandbox/open-sandbox.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** The driver that a test needs, or null after the test was skipped; a failure instead under ASSAY_REQUIRE_ALL=1. */
export async function needSandbox(test: TestContext, name: SandboxName): Promise<Sandbox | null> {
  try {
    return await openSandbox({ allowNone: true, prefer: name });
  } catch (error) {
    if (!(error instanceof NoSandboxError) || process.env.ASSAY_REQUIRE_ALL === '1') throw error;
    test.skip(`SKIP: ${error.message}`);
    return null;
  }
}

import { tmpdir } from 'node:os';
import type { TestContext } from 'node:test';
import { runNpm } from '../install/npm-client.ts';

/** Whether the npm registry answers; else the test is skipped, or fails under ASSAY_REQUIRE_ALL=1. */
export async function needRegistry(test: TestContext): Promise<boolean> {
  const context = { environment: process.env, timeoutMs: 30_000 };
  const flags = ['--loglevel=error', '--fetch-retries=0', '--json'];
  const answer = await runNpm(context, tmpdir(), ['view', ...flags, '--', 'is-number@7.0.0', 'version']);
  if (answer.code === 0) return true;
  const message = 'SKIP: the npm registry does not answer; connect to it, or set npm_config_registry';
  if (process.env.ASSAY_REQUIRE_ALL === '1') throw new Error(message);
  test.skip(message);
  return false;
}

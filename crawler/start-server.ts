import { randomBytes } from 'node:crypto';
import type { CrawlResult } from '../domain/crawl-outcome.ts';
import type { CrawlEvent, CrawlOptions } from './crawl-options.ts';
import type { ClientFailure } from './install/read-npm-error.ts';
import { hideOwnValues } from './launch/hide-own-values.ts';
import { climbLadder } from './launch/ladder.ts';
import type { LaunchHints } from './launch/launch-hints.ts';
import type { Launchable } from './launch/launchable.ts';
import { NoSandboxError } from './sandbox/no-sandbox-error.ts';
import { openSandbox } from './sandbox/open-sandbox.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** Tells how one crawl goes. */
export type Report = (step: CrawlEvent['step'], detail: string) => void;

/** Looked for before an installation: without a sandbox an installed package is of no use. */
export async function findSandbox(options: CrawlOptions): Promise<Sandbox | ClientFailure> {
  try {
    return await openSandbox({ allowNone: options.allowNoSandbox });
  } catch (error) {
    if (error instanceof NoSandboxError) return { outcome: 'no-sandbox', reason: error.message };
    throw error;
  }
}

/** Starts in the sandbox what is ready to be started, in one way after another, until it lists its tools. */
export async function startServer(
  launchable: Launchable,
  sandbox: Sandbox,
  { limits, signal }: CrawlOptions,
  report: Report,
  hints?: LaunchHints,
): Promise<Partial<CrawlResult> & Pick<CrawlResult, 'outcome' | 'reason' | 'attempts'>> {
  const seed = randomBytes(16).toString('hex');
  const onTry = ({ rung }: { rung: string }) => report('starting', rung);
  const climbed = await climbLadder(launchable, { sandbox, limits, signal, seed, onTry, hints });
  const { runtime, facts, ownValues = [] } = launchable;
  return { ...hideOwnValues(climbed, ownValues), sandbox: sandbox.name, runtime, facts };
}

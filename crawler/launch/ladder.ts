import { performance } from 'node:perf_hooks';
import type { LaunchAttempt, LaunchRecipe, Listing } from '../../domain/crawl-outcome.ts';
import type { CrawlLimits } from '../limits.ts';
import { type ListingAttempt, listToolsOverStdio } from '../list-tools.ts';
import type { Sandbox, SandboxRequest } from '../sandbox/sandbox.ts';
import { answersModern } from '../transports/answers-modern.ts';
import { modernVersion } from '../transports/modern-session.ts';
import { argumentSecrets } from './argument-secrets.ts';
import type { LaunchHints } from './launch-hints.ts';
import type { Launchable } from './launchable.ts';
import { type FailedTry, nextTry, type Try } from './next-try.ts';
import { placeholderFile } from './placeholder.ts';
import { type Failure, readFailure } from './read-failure.ts';
import { redactStderr, tail } from './redact.ts';
import { type Found, tellListing } from './tell-listing.ts';

export interface LadderOptions {
  sandbox: Sandbox;
  limits: CrawlLimits;
  /** Random for each crawl; see placeholderFor. */
  seed: string;
  signal?: AbortSignal | undefined;
  onTry?: (given: Try) => void;
  /** What a list says of how the server is started. */
  hints?: LaunchHints | undefined;
}

export interface LadderResult extends Failure {
  attempts: LaunchAttempt[];
  recipe: LaunchRecipe | null;
  listing: Listing | null;
  stderrTail: string;
}

const maxTries = 14;
/** More of stderr is read than kept: what a server lacks may stand far above its last words. */
const readStderrLength = 65_536;
/** After so many times the connect limit no further way is begun. */
const maxConnectLimits = 4;

/**
 * Starts a server in ever more helpful ways until it lists its tools. Each way is recorded; where none lists, the most
 * telling failure is the result. A list without tools is the result only where no other way gets one with tools.
 */
export async function climbLadder(launchable: Launchable, options: LadderOptions): Promise<LadderResult> {
  const { readme, name, program, configs, recipe } = launchable;
  const subject = { readme, names: [name, program], configs, recipe, seed: options.seed, hints: options.hints };
  const begun = performance.now();
  const failed: FailedTry[] = [];
  let empty: Found | undefined;
  while (failed.length < maxTries && performance.now() - begun < maxConnectLimits * options.limits.connectTimeoutMs) {
    const given = nextTry(failed, subject);
    if (!given) break;
    options.onTry?.(given);
    const attempt = await start(launchable, given, options);
    const stderr = redact(attempt.stderr, launchable, given, readStderrLength);
    if (attempt.listing) {
      const found = { given, attempt: { ...attempt, stderr }, listing: attempt.listing };
      if (!isEmpty(attempt.listing)) return succeed(await alsoModern(found, launchable, options), failed, options);
      empty ??= found;
    }
    const failure = attempt.listing ? listedNothing : readFailure({ ...attempt, stderr });
    failed.push({ given, attempt, failure });
    if (options.signal?.aborted) break;
  }
  if (!empty) return fail(failed, launchable, options);
  const others = failed.filter(({ given }) => given !== empty.given);
  return succeed(await alsoModern(empty, launchable, options), others, options);
}

/** Some servers offer their tools only to those who configure them. */
const listedNothing: Failure = { outcome: 'listed', reason: 'It lists no tools.' };

function isEmpty({ tools, rejected }: Listing): boolean {
  return tools.length + rejected.length === 0;
}

async function start(launchable: Launchable, given: Try, options: LadderOptions): Promise<ListingAttempt> {
  return listToolsOverStdio(options.sandbox, requestFor(launchable, given, options), options.signal);
}

/** A start that takes longer is not worth a second one. */
const cheapStartSeconds = 3;

/** Of a version that is seen for the first time it is also asked whether it speaks the newer protocol. */
async function alsoModern(found: Found, launchable: Launchable, options: LadderOptions): Promise<Found> {
  const { given, listing, attempt } = found;
  const { observed, protocolVersion } = listing;
  const asks = launchable.isNew && attempt.seconds < cheapStartSeconds && protocolVersion !== modernVersion;
  if (!observed || !asks || options.signal?.aborted) return found;
  const process = await options.sandbox.start(requestFor(launchable, given, options));
  const protocolVersions = [
    protocolVersion,
    ...((await answersModern(process, options.limits)) ? [modernVersion] : []),
  ];
  return { ...found, listing: { ...listing, observed: { ...observed, protocolVersions } } };
}

function requestFor(launchable: Launchable, given: Try, options: LadderOptions): SandboxRequest {
  const values = Object.fromEntries(given.environment.map(({ name, value }) => [name, value]));
  const needsFile = given.environment.some(({ value }) => value === placeholderFile.inside);
  return {
    command: launchable.command,
    arguments: [...launchable.arguments, ...given.arguments],
    environment: { ...values, ...launchable.environment },
    mounts: launchable.mounts,
    homeFiles: { ...(needsFile && { [placeholderFile.path]: placeholderFile.content }), ...given.files },
    limits: { ...options.limits, stderrTailLength: readStderrLength },
  };
}

function succeed(found: Found, failed: readonly FailedTry[], { limits }: LadderOptions): LadderResult {
  const told = tellListing(found);
  const { outcome, reason, recipe } = told;
  const stderrTail = tail(found.attempt.stderr, limits.stderrTailLength);
  return { ...told, stderrTail, attempts: [...attemptsOf(failed), { rung: recipe.rung, outcome, reason }] };
}

function fail(failed: readonly FailedTry[], launchable: Launchable, options: LadderOptions): LadderResult {
  const most = failed.reduce((best, each) => (telling(each) >= telling(best) ? each : best));
  return {
    ...most.failure,
    listing: null,
    recipe: null,
    stderrTail: redact(most.attempt.stderr, launchable, most.given, options.limits.stderrTailLength),
    attempts: attemptsOf(failed),
  };
}

/**
 * How much a failure says: an interruption ends all, a lack that a server names beats an end without a word, and a
 * complaint about arguments that were only guessed says nothing.
 */
function telling({ given, failure }: FailedTry): number {
  if (failure.outcome === 'interrupted') return 3;
  if (failure.outcome === 'needs-arguments' && given.arguments.length > 0) return -1;
  if (['broken', 'timed-out', 'protocol-error'].includes(failure.outcome)) return 0;
  return failure.outcome.startsWith('needs-') ? 1 : 2;
}

function attemptsOf(failed: readonly FailedTry[]): LaunchAttempt[] {
  return failed.map(({ given, failure }) => ({ rung: given.rung, ...failure }));
}

function redact(stderr: string, { mounts, ownValues = [] }: Launchable, given: Try, maxLength: number): string {
  const placeholders = [...ownValues, ...given.environment, ...argumentSecrets(given.arguments)];
  return redactStderr(stderr, { placeholders, mounts, maxLength });
}

import { performance } from 'node:perf_hooks';
import type { LaunchAttempt, LaunchRecipe, Listing } from '../../domain/crawl-outcome.ts';
import type { CrawlLimits } from '../limits.ts';
import { type ListingAttempt, listToolsOverStdio } from '../list-tools.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { hideValues } from './hide-values.ts';
import type { Launchable } from './launchable.ts';
import { type FailedTry, nextTry, type Try } from './next-try.ts';
import { type Placeholder, placeholderFile } from './placeholder.ts';
import { type Failure, readFailure } from './read-failure.ts';
import { readShortfall } from './read-shortfall.ts';
import { redactStderr, tail } from './redact.ts';

export interface LadderOptions {
  sandbox: Sandbox;
  limits: CrawlLimits;
  /** Random for each crawl; see placeholderFor. */
  seed: string;
  signal?: AbortSignal | undefined;
  onTry?: (given: Try) => void;
}

export interface LadderResult extends Failure {
  attempts: LaunchAttempt[];
  recipe: LaunchRecipe | null;
  listing: Listing | null;
  stderrTail: string;
}

const maxTries = 10;
/** More of stderr is read than kept: what a server lacks may stand far above its last words. */
const readStderrLength = 65_536;
/** After so many times the connect limit no further way is begun. */
const maxConnectLimits = 4;

/**
 * Starts a server in ever more helpful ways until it lists its tools. Each way is recorded; where none lists, the most
 * telling failure is the result.
 */
export async function climbLadder(launchable: Launchable, options: LadderOptions): Promise<LadderResult> {
  const subject = { readme: launchable.readme, names: [launchable.name, launchable.program], seed: options.seed };
  const begun = performance.now();
  const failed: FailedTry[] = [];
  while (failed.length < maxTries && performance.now() - begun < maxConnectLimits * options.limits.connectTimeoutMs) {
    const given = nextTry(failed, subject);
    if (!given) break;
    options.onTry?.(given);
    const attempt = await start(launchable, given, options);
    const stderr = redact(attempt.stderr, launchable, given, readStderrLength);
    if (attempt.listing) return succeed({ ...attempt, stderr }, attempt.listing, given, failed, options);
    failed.push({ given, attempt, failure: readFailure({ ...attempt, stderr }) });
    if (options.signal?.aborted) break;
  }
  return fail(failed, launchable, options);
}

async function start(launchable: Launchable, given: Try, options: LadderOptions): Promise<ListingAttempt> {
  const values = Object.fromEntries(given.environment.map(({ name, value }) => [name, value]));
  const needsFile = given.environment.some(({ value }) => value === placeholderFile.inside);
  return listToolsOverStdio(
    options.sandbox,
    {
      command: launchable.command,
      arguments: [...launchable.arguments, ...given.arguments],
      environment: { ...values, ...launchable.environment },
      mounts: launchable.mounts,
      homeFiles: needsFile ? { [placeholderFile.path]: placeholderFile.content } : {},
      limits: { ...options.limits, stderrTailLength: readStderrLength },
    },
    options.signal,
  );
}

function succeed(
  attempt: ListingAttempt,
  found: Listing,
  given: Try,
  failed: readonly FailedTry[],
  { limits }: LadderOptions,
): LadderResult {
  const secrets = argumentSecrets(given);
  const { listing, printed } = hideValues(found, [...given.environment, ...secrets]);
  const shortfall = readShortfall(attempt);
  const stderrTail = tail(attempt.stderr, limits.stderrTailLength);
  const outcome = shortfall ? 'listed-partly' : 'listed';
  const prints = printed.length > 0 ? ` Its definitions print the value of ${printed.join(', ')}.` : '';
  const reason = `${shortfall ?? sayHow(given)}${prints}`;
  const words = given.arguments.map((word) => {
    const secret = secrets.find(({ value }) => word.includes(value));
    return secret ? word.replaceAll(secret.value, `‹value of ${secret.name}›`) : word;
  });
  const environmentNames = given.environment.map(({ name }) => name);
  return {
    outcome,
    reason,
    listing,
    stderrTail,
    recipe: { rung: given.rung, arguments: words, environmentNames },
    attempts: [...attemptsOf(failed), { rung: given.rung, outcome, reason }],
  };
}

function sayHow({ arguments: words, environment }: Try): string {
  const parts = [
    ...(words.length > 0 ? ['arguments'] : []),
    ...(environment.length > 0 ? [`placeholders for ${environment.map(({ name }) => name).join(', ')}`] : []),
  ];
  return parts.length > 0
    ? `Listed when it was given ${parts.join(' and ')}.`
    : 'Listed without arguments or variables.';
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

function redact(stderr: string, { mounts }: Launchable, given: Try, maxLength: number): string {
  return redactStderr(stderr, { placeholders: [...given.environment, ...argumentSecrets(given)], mounts, maxLength });
}

/** Secrets among the arguments: long words without a path's or address's punctuation, named by the option before. */
function argumentSecrets({ arguments: words }: Try): Placeholder[] {
  return words.flatMap((word, index) => {
    const [option, value] = word.startsWith('-') ? (word.split('=', 2) as [string, string?]) : [words[index - 1], word];
    if (!value || !/^[A-Za-z0-9_-]{20,}$/.test(value)) return [];
    return [{ name: option ?? 'argument', value, isSecret: true, fingerprint: value.slice(0, 12) }];
  });
}

import type { ListingAttempt } from '../list-tools.ts';
import { hintedStarts } from './hinted-tries.ts';
import type { LaunchHints } from './launch-hints.ts';
import { type Placeholder, placeholderFor } from './placeholder.ts';
import type { Failure } from './read-failure.ts';
import { readReadmeConfigs } from './readme-config.ts';
import type { Recipe } from './recipe.ts';
import { readArgumentCandidates } from './required-arguments.ts';
import { readRequiredVariables } from './required-variables.ts';
import { makeMissedFiles } from './well-known-files.ts';

export const rungs = [
  'nothing',
  'environment-from-hints',
  'environment-from-error',
  'file-from-error',
  'arguments-from-error',
  'package-config',
  'readme-config',
  'recipe',
] as const;
export type Rung = (typeof rungs)[number];

/** One way to start the server. */
export interface Try {
  rung: Rung;
  arguments: readonly string[];
  environment: readonly Placeholder[];
  /** Files of its home, path → content. */
  files?: Readonly<Record<string, string>>;
}

/** A way that was tried and did not list. */
export interface FailedTry {
  given: Try;
  attempt: ListingAttempt;
  failure: Failure;
}

export interface LadderSubject {
  readme: string;
  /** What the README's examples call the server: its package and its program. */
  names: readonly string[];
  /** Random for each crawl; see placeholderFor. */
  seed: string;
  /** What a list says of how the server is started. */
  hints?: LaunchHints | undefined;
  /** What files of the package itself say of it. */
  configs?: readonly LaunchHints[] | undefined;
  recipe?: Recipe | undefined;
}

const maxEnvironmentTurns = 4;
/** Nothing that is given at the start helps against these. */
const hopeless = new Set(['native-build-missing', 'dependency-drift', 'dependency-missing', 'interrupted']);

/** The next way to start a server, judged by how the former ones failed; undefined where none is left. */
export function nextTry(failed: readonly FailedTry[], subject: LadderSubject): Try | undefined {
  const last = failed.at(-1);
  if (!last) return { rung: 'nothing', arguments: [], environment: [] };
  if (hopeless.has(last.failure.outcome) && last.given.arguments.length === 0) return undefined;
  const tried = new Set(failed.map(({ given }) => keyOf(given)));
  return [
    ...fromHints('environment-from-hints', subject.hints, subject),
    ...environmentFromError(failed, last, subject),
    ...fileFromError(last),
    ...argumentsFromError(failed, subject),
    ...(subject.configs ?? []).flatMap((config) => fromHints('package-config', config, subject)),
    ...readmeConfigs(failed, subject),
    ...fromRecipe(subject),
  ].find((each) => !tried.has(keyOf(each)));
}

function fromHints(rung: Rung, hints: LaunchHints | undefined, { seed }: LadderSubject): Try[] {
  return hints ? hintedStarts(hints, seed).map((start) => ({ rung, ...start })) : [];
}

function fromRecipe({ recipe, seed }: LadderSubject): Try[] {
  if (!recipe) return [];
  const environment = recipe.environment.map((name) => placeholderFor(name, seed));
  return [{ rung: 'recipe', arguments: recipe.arguments, environment }];
}

/** The same again with the files that the last error missed. */
function fileFromError({ given, attempt }: FailedTry): Try[] {
  const files = { ...given.files, ...makeMissedFiles(attempt.stderr) };
  return Object.keys(files).length > 0 ? [{ ...given, rung: 'file-from-error', files }] : [];
}

/** The same again with the variables that the last error asked for. */
function environmentFromError(failed: readonly FailedTry[], last: FailedTry, { seed }: LadderSubject): Try[] {
  const turns = failed.filter(({ given }) => given.rung === 'environment-from-error').length;
  const missing = readRequiredVariables(last.attempt.stderr).filter(
    (name) => !last.given.environment.some((each) => each.name === name),
  );
  if (turns >= maxEnvironmentTurns || missing.length === 0) return [];
  const environment = [...last.given.environment, ...missing.map((name) => placeholderFor(name, seed))];
  return [{ ...last.given, rung: 'environment-from-error', environment }];
}

function argumentsFromError(failed: readonly FailedTry[], { seed }: LadderSubject): Try[] {
  const base = lastWithoutArguments(failed);
  const candidates = readArgumentCandidates(base.attempt.stderr, seed);
  const waits = base.failure.outcome === 'http-only' || base.failure.outcome === 'timed-out';
  const silent = waits ? [['--stdio'], ['stdio']] : [];
  return [...candidates, ...silent].map((words) => ({
    ...base.given,
    rung: 'arguments-from-error',
    arguments: words,
  }));
}

function readmeConfigs(failed: readonly FailedTry[], subject: LadderSubject): Try[] {
  const base = lastWithoutArguments(failed).given.environment;
  return readReadmeConfigs(subject.readme, subject.names, subject.seed).map((config) => {
    const added = Object.entries(config.environment)
      .filter(([name]) => !base.some((each) => each.name === name))
      .map(([name, value]) =>
        value === null ? placeholderFor(name, subject.seed) : { name, value, isSecret: false, fingerprint: value },
      );
    return { rung: 'readme-config', arguments: config.arguments, environment: [...base, ...added] };
  });
}

function lastWithoutArguments(failed: readonly FailedTry[]): FailedTry {
  const guessed: readonly Rung[] = ['package-config', 'readme-config', 'recipe'];
  return failed.findLast(({ given }) => given.arguments.length === 0 && !guessed.includes(given.rung)) as FailedTry;
}

function keyOf({ arguments: words, environment, files = {} }: Try): string {
  return JSON.stringify([words, environment.map((each) => each.name).sort(), Object.keys(files).sort()]);
}

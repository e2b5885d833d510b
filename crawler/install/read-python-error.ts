import { normalisePypiName } from '../../domain/server.ts';
import type { ClientFailure } from './read-npm-error.ts';
import type { ClientAnswer } from './run-client.ts';

export type PythonFailure = ClientFailure & {
  /** A package that has no wheel that fits; it may have none at all. */
  withoutWheel?: string;
  /** Another minor version of Python might do. */
  needsOtherPython?: boolean;
};

/** Phrases of pip 22 to 26 and uv 0.4 to 0.13, first match wins. The first group, where there is one, is a package. */
const phrases: ReadonlyArray<[RegExp, (match: RegExpExecArray) => PythonFailure]> = [
  [
    /Retrying \(Retry\(|NewConnectionError|ConnectionError|Name or service not known|name resolution|error sending request|dns error|Failed to fetch:|HTTP error 5\d\d|SSLError|ReadTimeout/,
    () => ({ outcome: 'unreachable', reason: 'The package index did not answer.' }),
  ],
  [
    /wheels only: refused|No permission to execute '|URL dependencies must be expressed|Git operation failed|Packages installed from PyPI cannot depend/,
    () => ({ outcome: 'refused', reason: 'A dependency comes from outside the index, or has to be built.' }),
  ],
  [
    /requires a different Python:? ([^\n]{1,200})|require a different python version: ([^\n]{1,200})|does not satisfy Python([^\n]{1,100})/i,
    (match) => ({
      outcome: 'install-failed',
      reason: `It needs another version of Python: ${(match[1] ?? match[2] ?? match[3] ?? '').trim().slice(0, 150)}.`,
      needsOtherPython: true,
    }),
  ],
  [
    /ResolutionImpossible|conflicting dependencies|are incompatible|requirements are unsatisfiable/,
    () => ({ outcome: 'install-failed', reason: 'Its dependencies contradict one another.' }),
  ],
];

const noWheel: readonly RegExp[] = [
  /No matching distribution found for ([A-Za-z0-9._-]+)/,
  /[Bb]ecause (?:all versions of )?([A-Za-z0-9._-]+?)(?:[=<>!~][^ ]*)? (?:has|have) no (?:usable )?wheels/,
  /[Bb]ecause ([A-Za-z0-9._-]+) was not found in the package registry/,
  /Failed to (?:build|download and build) `([A-Za-z0-9._-]+)/,
  /Building source distributions (?:for `?([A-Za-z0-9._-]+)`? )?is disabled/,
];

/** What pip's or uv's words say about an installation that failed. */
export function readPythonError(answer: ClientAnswer): PythonFailure {
  if (answer.ending === 'interrupted') return { outcome: 'interrupted', reason: 'The crawl was interrupted.' };
  if (answer.ending === 'timed-out')
    return { outcome: 'install-failed', reason: 'The installation did not end in time.' };
  const text = `${answer.stdout}\n${answer.stderr}`;
  for (const [phrase, read] of phrases.slice(0, 3)) {
    const match = phrase.exec(text);
    if (match) return read(match);
  }
  for (const phrase of noWheel) {
    const match = phrase.exec(text);
    if (match) {
      const name = match[1] ? normalisePypiName(match[1]) : undefined;
      const reason = `There is no wheel of ${name ?? 'a dependency'} that fits, and nothing is built here.`;
      return { outcome: 'needs-build', reason, needsOtherPython: true, ...(name && { withoutWheel: name }) };
    }
  }
  for (const [phrase, read] of phrases.slice(3)) {
    const match = phrase.exec(text);
    if (match) return read(match);
  }
  const line = /^(?:ERROR|error): ?(.{1,200})/m.exec(text)?.[1] ?? `status ${answer.code}`;
  return {
    outcome: 'install-failed',
    reason: `The installer failed: ${line.replace(/https?:\/\/[^\s'"]+/g, 'its address')}`,
  };
}

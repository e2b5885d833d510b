import type { PythonTools } from './find-python.ts';
import type { ClientContext } from './npm-client.ts';
import { runPip, runUv } from './python-client.ts';
import type { ClientFailure } from './read-npm-error.ts';
import { readPythonError } from './read-python-error.ts';

export interface KnownVersions {
  newest: string;
  /** Newest first. uv tells only the newest. */
  all: string[];
}

/** What a version may look like that becomes part of a folder's name. */
const plainVersion = /^[A-Za-z0-9][A-Za-z0-9.!+]{0,99}$/;

export interface VersionsContext extends ClientContext {
  folder: string;
}

/**
 * The versions of a project that the index has, with a wheel or without, whatever Python they need. pip is asked where it is there, because uv
 * knows no such question: it gives the newest version that suits its interpreter.
 */
export async function listPypiVersions(
  name: string,
  tools: PythonTools,
  context: VersionsContext,
  options: { preReleases: boolean } = { preReleases: false },
): Promise<KnownVersions | { failure: ClientFailure }> {
  const withPip = tools.pythons.find((python) => python.hasPip);
  if (!withPip) return askUv(name, tools, context);
  const flags = ['--ignore-requires-python', ...(options.preReleases ? ['--pre'] : [])];
  const answer = await runPip(context, withPip, context.folder, ['index', 'versions', ...flags, '--', name]);
  const all =
    /^Available versions: (.+)$/m
      .exec(answer.stdout)?.[1]
      ?.split(',')
      .map((each) => each.trim())
      .filter((each) => plainVersion.test(each)) ?? [];
  const newest = all[0];
  if (answer.code === 0 && newest) return { newest, all };
  const failure = readPythonError(answer);
  if (answer.ending === 'timed-out')
    return { failure: { outcome: 'unreachable', reason: 'The package index did not answer in time.' } };
  if (!failure.withoutWheel) return { failure };
  return { failure: { outcome: 'not-found', reason: `The index has no package ${name}.` } };
}

async function askUv(
  name: string,
  tools: PythonTools,
  context: VersionsContext,
): Promise<KnownVersions | { failure: ClientFailure }> {
  const python = tools.pythons[0];
  if (!python) return { failure: { outcome: 'install-failed', reason: 'No Python was found.' } };
  const flags = ['compile', '--no-deps', '--no-header', '--no-annotate', '-'];
  const answer = await runUv(context, python, context.folder, flags, `${name}\n`);
  const newest = /^[A-Za-z0-9._-]+==([A-Za-z0-9.!+]{1,100})$/m.exec(answer.stdout)?.[1];
  if (answer.code === 0 && newest) return { newest, all: [newest] };
  const failure = readPythonError(answer);
  const missing = answer.stderr.includes('was not found in the package registry');
  return { failure: missing ? { outcome: 'not-found', reason: `The index has no package ${name}.` } : failure };
}

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readDistributions } from './distributions.ts';
import { minorVersion, type Python, type PythonTools } from './find-python.ts';
import type { ClientContext } from './npm-client.ts';
import { findComplete, packageFolder } from './package-folder.ts';
import { listPypiVersions } from './pypi-versions.ts';
import { runPip, runUv } from './python-client.ts';
import type { ClientFailure } from './read-npm-error.ts';
import { type PythonFailure, readPythonError } from './read-python-error.ts';

export type InstalledPython = { folder: string; python: Python } | { failure: ClientFailure };

const missingPython: ClientFailure = {
  outcome: 'install-failed',
  reason: 'Python 3.10 or newer with pip, or uv, was not found; install python3-pip or uv.',
};

/**
 * Installs the wheels of one exact version and of its dependencies below `dataDir`, or takes the complete folder of an
 * earlier time. Interpreters are tried in order until one suits the package. With `besides`, a requirement of PEP 508
 * that holds for the dependencies too, the folder is one of its own.
 */
export async function installPypi(
  dataDir: string,
  name: string,
  version: string,
  tools: PythonTools,
  context: ClientContext,
  besides?: string,
): Promise<InstalledPython> {
  // The tilde keeps the folder apart from that of any version.
  const place = besides ? `${version}~${besides}` : version;
  const wanted = { source: 'pypi', name, version: place } as const;
  const requirements = [`${name}==${version}`, ...(besides ? [besides] : [])];
  const earlier = await findInstalledPypi(dataDir, name, place, tools);
  if (earlier) return earlier;
  let first: ClientFailure | undefined;
  for (const python of tools.pythons) {
    let failure: PythonFailure | null = null;
    const installed = await packageFolder(dataDir, wanted, layoutFor(python), async (folder) => {
      failure = await fillFolder(folder, requirements, tools, python, context);
      return failure && { outcome: failure.outcome, reason: failure.reason };
    });
    if (!('failure' in installed)) return { ...installed, python };
    first ??= installed.failure;
    if (!(failure as PythonFailure | null)?.needsOtherPython) break;
  }
  return { failure: first ?? missingPython };
}

/** This exact version as it is installed below `dataDir` already, for whichever interpreter. */
export async function findInstalledPypi(
  dataDir: string,
  name: string,
  version: string,
  tools: PythonTools,
): Promise<{ folder: string; python: Python } | null> {
  for (const python of tools.pythons) {
    const folder = await findComplete(dataDir, { source: 'pypi', name, version }, layoutFor(python));
    if (folder) return { folder, python };
  }
  return null;
}

function layoutFor(python: Python): string {
  return `site-packages of Python ${minorVersion(python)}`;
}

async function fillFolder(
  folder: string,
  requirements: readonly string[],
  tools: PythonTools,
  python: Python,
  context: ClientContext,
): Promise<PythonFailure | null> {
  const answer = tools.hasUv
    ? await runUv(context, python, folder, ['install', '--link-mode=copy', `--target=${folder}`, '--', ...requirements])
    : await runPip(context, python, folder, [
        'install',
        '--only-binary=:all:',
        '--no-compile',
        '--progress-bar=off',
        '--no-warn-script-location',
        `--target=${folder}`,
        '--',
        ...requirements,
      ]);
  if (answer.code !== 0) return sayWhetherItExists(readPythonError(answer), folder, tools, context);
  const foreign = await findForeignDistributions(folder);
  if (foreign.length === 0) return null;
  return { outcome: 'refused', reason: `It needs packages from outside the index: ${foreign.slice(0, 5).join(', ')}.` };
}

/** A package without a fitting wheel may have a source distribution, or not exist at all. */
async function sayWhetherItExists(
  failure: PythonFailure,
  folder: string,
  tools: PythonTools,
  context: ClientContext,
): Promise<PythonFailure> {
  if (!failure.withoutWheel) return failure;
  const known = await listPypiVersions(failure.withoutWheel, tools, { ...context, folder });
  if (!('failure' in known) || known.failure.outcome !== 'not-found') return failure;
  return { outcome: 'dependency-missing', reason: `Its dependency ${failure.withoutWheel} is not in the index.` };
}

/** PEP 610: a distribution that did not come from an index by its name says so in `direct_url.json`. */
async function findForeignDistributions(folder: string): Promise<string[]> {
  const found = await readDistributions(folder);
  const marked = await Promise.all(
    found.map(({ info }) => stat(join(folder, info, 'direct_url.json')).catch(() => null)),
  );
  return found.filter((_, index) => marked[index]).map(({ name }) => name);
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findForeignPackages } from './check-lock.ts';
import { type ClientContext, runNpm } from './npm-client.ts';
import { type InstalledFolder, packageFolder } from './package-folder.ts';
import { type ClientFailure, readNpmError } from './read-npm-error.ts';

/**
 * No script of a package runs and nothing comes from outside the registry. `--git=/bin/false` is for an npm that does
 * not know `--allow-git`: there `--ignore-scripts` alone lets a git dependency's own .npmrc and `prepare` act.
 * Optional dependencies stay: some servers are delivered in them.
 */
export const npmInstallFlags: readonly string[] = [
  '--ignore-scripts',
  '--allow-git=none',
  '--allow-remote=none',
  '--allow-file=none',
  '--allow-directory=none',
  '--git=/bin/false',
  '--omit-lockfile-registry-resolved',
  '--workspaces=false',
  '--global=false',
  '--save',
  '--save-exact',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--no-update-notifier',
  '--loglevel=error',
  '--json',
];

/**
 * Installs one exact version of an npm package below `dataDir`, or takes the complete folder of an earlier time.
 * The lock is made and checked before anything is unpacked.
 */
export function installNpm(
  dataDir: string,
  name: string,
  version: string,
  context: ClientContext,
): Promise<InstalledFolder> {
  return packageFolder(dataDir, { source: 'npm', name, version }, 'node_modules', async (folder) => {
    const failure = await fillFolder(folder, `${name}@${version}`, name, context);
    return failure ? namedNotFound(failure, name, version) : null;
  });
}

/** Fills an empty folder with the package that `spec` names; `extraFlags` override, which tests of local packages need. */
export async function fillFolder(
  folder: string,
  spec: string,
  name: string,
  context: ClientContext,
  extraFlags: readonly string[] = [],
): Promise<ClientFailure | null> {
  const flags = [...npmInstallFlags, ...extraFlags];
  await writeFile(join(folder, 'package.json'), '{"private":true}\n');
  const locked = await runNpm(context, folder, ['install', ...flags, '--package-lock-only', '--', spec]);
  if (locked.code !== 0) return readNpmError(locked, name);

  const foreign = findForeignPackages(await readFile(join(folder, 'package-lock.json'), 'utf8'));
  if (foreign.length > 0) {
    return {
      outcome: 'refused',
      reason: `It needs packages from outside the registry: ${foreign.slice(0, 5).join(', ')}.`,
    };
  }
  const installed = await runNpm(context, folder, ['install', ...flags]);
  return installed.code === 0 ? null : readNpmError(installed, name);
}

function namedNotFound(failure: ClientFailure, name: string, version: string): ClientFailure {
  return failure.outcome === 'not-found'
    ? { outcome: 'not-found', reason: `The registry has no version ${version} of ${name}.` }
    : failure;
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findForeignPackages } from './check-lock.ts';
import { type ClientContext, runNpm } from './npm-client.ts';
import { type InstalledFolder, packageFolder } from './package-folder.ts';
import { type ClientFailure, readNpmError } from './read-npm-error.ts';
import { readRegistryRecord } from './registry-record.ts';
import { writeReleaseFacts } from './release-facts.ts';
import type { ClientAnswer } from './run-client.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';

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
 * The lock is made and checked before anything is unpacked. With `before`, dependencies are those of that moment, in a
 * folder of its own.
 */
export function installNpm(
  dataDir: string,
  name: string,
  version: string,
  context: ClientContext,
  before?: Date,
): Promise<InstalledFolder> {
  const moment = before?.toISOString();
  // The tilde keeps the folder apart from that of any version, and a colon would end a PATH.
  const place = moment ? `${version}~before-${moment.replaceAll(':', '')}` : version;
  const flags = moment ? [`--before=${moment}`] : [];
  return packageFolder(dataDir, { source: 'npm', name, version: place }, 'node_modules', async (folder) => {
    const [failure, record] = await Promise.all([
      fillFolder(folder, `${name}@${version}`, name, context, flags),
      readRegistryRecord(dataDir, name, version, context),
    ]);
    if (failure?.outcome === 'not-found') {
      return { ...failure, reason: await sayWhatIsMissing(dataDir, name, version, context) };
    }
    if (failure) return failure;
    await writeReleaseFacts(folder, name, record);
    return null;
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
  if (locked.code === 0) {
    const refusal = await refuseForeign(folder);
    if (refusal) return refusal;
    const installed = await runNpm(context, folder, ['install', ...flags]);
    return installed.code === 0 ? null : readNpmError(installed, name);
  }
  const failure = readNpmError(locked, name);
  if (!knowsRemotes(locked)) return failure;
  // npm 11.19 takes a package with bundled dependencies for a remote one while it makes a lock alone. An npm that says
  // this refuses the real ones by itself when it installs, before it fetches them.
  const direct = await runNpm(context, folder, ['install', ...flags, '--', spec]);
  return direct.code === 0 ? refuseForeign(folder) : readNpmError(direct, name);
}

async function refuseForeign(folder: string): Promise<ClientFailure | null> {
  const foreign = findForeignPackages(await readFile(join(folder, 'package-lock.json'), 'utf8'));
  if (foreign.length === 0) return null;
  const named = foreign.slice(0, 5).join(', ');
  return { outcome: 'refused', reason: `It needs packages from outside the registry: ${named}.` };
}

function knowsRemotes({ stdout, stderr }: ClientAnswer): boolean {
  return `${stdout}${stderr}`.includes('EALLOWREMOTE');
}

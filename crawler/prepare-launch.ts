import { stat } from 'node:fs/promises';
import type { ServerIdentity } from '../domain/server.ts';
import type { CrawlOptions } from './crawl-options.ts';
import { findPythonTools } from './install/find-python.ts';
import { installNpm } from './install/install-npm.ts';
import { installPypi } from './install/install-pypi.ts';
import type { ClientFailure } from './install/read-npm-error.ts';
import { launchNpm } from './launch/launch-npm.ts';
import { launchPypi } from './launch/launch-pypi.ts';
import type { Launchable } from './launch/launchable.ts';

/** Installs an exact version, or takes an earlier installation, and reads from it how the server is started. */
export async function prepareLaunch(
  { source, name }: ServerIdentity,
  version: string,
  options: CrawlOptions,
): Promise<Launchable | { failure: ClientFailure }> {
  const { dataDir, environment, signal } = options;
  const context = { environment, signal, timeoutMs: options.limits.installTimeoutMs };
  const begun = Date.now();
  if (source === 'npm') {
    const installed = await installNpm(dataDir, name, version, context);
    if ('failure' in installed) return installed;
    return { ...(await launchNpm(installed.folder, name)), isNew: await isNewSince(begun, installed.folder) };
  }
  const tools = await findPythonTools(dataDir, context);
  const installed = await installPypi(dataDir, name, version, tools, context);
  if ('failure' in installed) return installed;
  const launchable = await launchPypi(installed.folder, name, installed.python);
  return { ...launchable, isNew: await isNewSince(begun, installed.folder) };
}

/** A folder that is filled gets its name last. File systems tell time in steps of a few milliseconds. */
async function isNewSince(begun: number, folder: string): Promise<boolean> {
  return (await stat(folder)).ctimeMs >= begun - 100;
}

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
  if (source === 'npm') {
    const installed = await installNpm(dataDir, name, version, context);
    return 'failure' in installed ? installed : launchNpm(installed.folder, name);
  }
  const tools = await findPythonTools(dataDir, context);
  const installed = await installPypi(dataDir, name, version, tools, context);
  return 'failure' in installed ? installed : launchPypi(installed.folder, name, installed.python);
}

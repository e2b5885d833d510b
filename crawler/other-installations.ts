import type { CrawlOutcome } from '../domain/crawl-outcome.ts';
import type { ServerIdentity } from '../domain/server.ts';
import type { CrawlOptions } from './crawl-options.ts';
import { readDistributions } from './install/distributions.ts';
import { findPythonTools } from './install/find-python.ts';
import { installFittingNode } from './install/install-node.ts';
import { installNpm } from './install/install-npm.ts';
import { findInstalledPypi, installPypi } from './install/install-pypi.ts';
import type { ClientContext } from './install/npm-client.ts';
import type { ClientFailure } from './install/read-npm-error.ts';
import { readRegistryRecord } from './install/registry-record.ts';
import { launchNpm } from './launch/launch-npm.ts';
import { launchPypi } from './launch/launch-pypi.ts';
import { inside, type Launchable } from './launch/launchable.ts';

/** Another installation of a package, or the same one under another Node: the last rungs of the ladder. */
export interface OtherInstallation {
  rung: 'reinstall-before' | 'other-node' | 'earlier-sdk';
  /** What is different, to stand behind "Listed …": for example `with its dependencies of 2026-07-18`. */
  how: string;
  launchable: Launchable | { failure: ClientFailure };
}

const drifted: readonly CrawlOutcome[] = ['dependency-drift', 'dependency-missing'];
const nodeMayBeToBlame: readonly CrawlOutcome[] = [
  'broken',
  'dependency-drift',
  'native-build-missing',
  'protocol-error',
  'timed-out',
];

const sdkMayBeToBlame: readonly CrawlOutcome[] = [...drifted, 'broken', 'protocol-error'];
const earlierSdk = 'mcp<2';

/** A package and its siblings are published within minutes, in any order. */
const publishingMs = 3_600_000;

interface Usual {
  outcome: CrawlOutcome;
  /** Null where it could not be installed at all. */
  first: Launchable | null;
}

/** Installations of a package that may start where the usual one did not, each made only when it is asked for. */
export function otherInstallations(
  { source, name, version }: Pick<ServerIdentity, 'source' | 'name'> & { version: string },
  usual: Usual,
  { dataDir, environment, signal, limits }: CrawlOptions,
): AsyncGenerator<OtherInstallation> {
  const others = source === 'npm' ? otherNpmInstallations : otherPypiInstallations;
  return others(name, version, usual, dataDir, { environment, signal, timeoutMs: limits.installTimeoutMs });
}

async function* otherNpmInstallations(
  name: string,
  version: string,
  { outcome, first }: Usual,
  dataDir: string,
  context: ClientContext,
): AsyncGenerator<OtherInstallation> {
  if (drifted.includes(outcome)) {
    const { published } = await readRegistryRecord(dataDir, name, version, context);
    const before = published && new Date(published.getTime() + publishingMs);
    if (before && before.getTime() < Date.now()) {
      const installed = await installNpm(dataDir, name, version, context, before);
      const launchable = 'failure' in installed ? installed : await launchNpm(installed.folder, name);
      const how = `with its dependencies of ${published.toISOString().slice(0, 10)}, when it was published`;
      yield { rung: 'reinstall-before', how, launchable };
    }
  }
  if (first?.engines && nodeMayBeToBlame.includes(outcome)) {
    const node = await installFittingNode(dataDir, first.engines, context);
    if (node) {
      const how = `under Node ${node.version}, which its engines ask for (${first.engines})`;
      yield { rung: 'other-node', how, launchable: underNode(first, node) };
    }
  }
}

/**
 * Version 2 of the Python SDK renamed what servers of version 1 import and register with, and most of those name no
 * upper bound for it: https://github.com/modelcontextprotocol/python-sdk/blob/v2.3.0/docs/migration.md
 */
async function* otherPypiInstallations(
  name: string,
  version: string,
  { outcome, first }: Usual,
  dataDir: string,
  context: ClientContext,
): AsyncGenerator<OtherInstallation> {
  if (!first || !sdkMayBeToBlame.includes(outcome)) return;
  const tools = await findPythonTools(dataDir, context);
  const usual = await findInstalledPypi(dataDir, name, version, tools);
  if (!usual || !(await holdsNewSdk(usual.folder))) return;
  const installed = await installPypi(dataDir, name, version, tools, context, earlierSdk);
  const launchable = 'failure' in installed ? installed : await launchPypi(installed.folder, name, installed.python);
  yield { rung: 'earlier-sdk', how: `with version 1 of the Python MCP SDK (${earlierSdk})`, launchable };
}

async function holdsNewSdk(folder: string): Promise<boolean> {
  const sdk = (await readDistributions(folder)).find(({ name }) => name === 'mcp');
  return sdk !== undefined && Number.parseInt(sdk.version, 10) >= 2;
}

function underNode(first: Launchable, node: { path: string; version: string }): Launchable {
  const target = `${inside.node}/bin/node`;
  const mounts = first.mounts.filter((mount) => mount.target !== target);
  return {
    ...first,
    mounts: [...mounts, { source: node.path, target }],
    runtime: `Node ${node.version} (not ${first.runtime})`,
  };
}

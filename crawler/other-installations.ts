import type { CrawlOutcome } from '../domain/crawl-outcome.ts';
import type { CrawlOptions } from './crawl-options.ts';
import { installFittingNode } from './install/install-node.ts';
import { installNpm } from './install/install-npm.ts';
import type { ClientContext } from './install/npm-client.ts';
import type { ClientFailure } from './install/read-npm-error.ts';
import { readRegistryRecord } from './install/registry-record.ts';
import { launchNpm } from './launch/launch-npm.ts';
import { inside, type Launchable } from './launch/launchable.ts';

/** Another installation of a package, or the same one under another Node: the last rungs of the ladder. */
export interface OtherInstallation {
  rung: 'reinstall-before' | 'other-node';
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

/** A package and its siblings are published within minutes, in any order. */
const publishingMs = 3_600_000;

/**
 * Installations of an npm package that may start where the usual one did not, each made only when it is asked for.
 * `first` is the usual one, where it could be installed at all.
 */
export async function* otherInstallations(
  { name, version }: { name: string; version: string },
  { outcome, first }: { outcome: CrawlOutcome; first: Launchable | null },
  { dataDir, environment, signal, limits }: CrawlOptions,
): AsyncGenerator<OtherInstallation> {
  const context: ClientContext = { environment, signal, timeoutMs: limits.installTimeoutMs };
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

function underNode(first: Launchable, node: { path: string; version: string }): Launchable {
  const target = `${inside.node}/bin/node`;
  const mounts = first.mounts.filter((mount) => mount.target !== target);
  return {
    ...first,
    mounts: [...mounts, { source: node.path, target }],
    runtime: `Node ${node.version} (not ${first.runtime})`,
  };
}

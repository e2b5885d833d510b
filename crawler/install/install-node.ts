import { access, constants, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { installNpm } from './install-npm.ts';
import { type ClientContext, runNpm } from './npm-client.ts';

export interface InstalledNode {
  /** The program itself, a real path of the host. */
  path: string;
  /** For example `20.19.5`. */
  version: string;
}

const release = /^\d+\.\d+\.\d+$/;
const versionsSchema = z.union([z.array(z.string()), z.string().transform((one) => [one])]);

/**
 * Another Node that the range of a package's `engines` asks for, as npm's platform packages deliver it; null where the
 * Node that runs us will do, and where there is none. Their programs come as they are: no script runs.
 */
export async function installFittingNode(
  dataDir: string,
  range: string,
  context: ClientContext,
): Promise<InstalledNode | null> {
  const name = `node-linux-${process.arch}`;
  const fitting = await listVersions(dataDir, name, range, context);
  const own = majorOf(process.versions.node);
  if (fitting.length === 0 || fitting.some((version) => majorOf(version) === own)) return null;
  const version = fitting.reduce((best, each) => (isNewer(each, best) ? each : best));
  const installed = await installNpm(dataDir, name, version, context);
  if ('failure' in installed) return null;
  const path = await realpath(join(installed.folder, 'node_modules', name, 'bin/node')).catch(() => null);
  const runs =
    path &&
    (await access(path, constants.X_OK).then(
      () => true,
      () => false,
    ));
  return runs ? { path, version } : null;
}

async function listVersions(folder: string, name: string, range: string, context: ClientContext): Promise<string[]> {
  if (!/^[\d\s.xX*^~<>=|v-]{1,100}$/.test(range)) return [];
  const flags = ['--json', '--loglevel=error', '--workspaces=false', '--fetch-retries=1'];
  const answer = await runNpm(context, folder, ['view', ...flags, '--', `${name}@${range}`, 'version']);
  try {
    return (versionsSchema.safeParse(JSON.parse(answer.stdout)).data ?? []).filter((each) => release.test(each));
  } catch {
    return [];
  }
}

function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}

function isNewer(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) > 0;
}

import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { LocalFaultError } from '../../domain/errors.ts';
import { waitForEviction } from './eviction-lock.ts';
import { noteUse } from './package-use.ts';
import type { ClientFailure } from './read-npm-error.ts';

/** Stands in a complete folder; its time is that of the last use. */
export const marker = 'assay-installed.json';

export interface PackageVersion {
  source: 'npm' | 'pypi';
  name: string;
  version: string;
}

export type InstalledFolder = { folder: string } | { failure: ClientFailure };

/**
 * The folder `<dataDir>/packages/<source>/<name>@<version>/`, which is complete or absent. `install` fills an empty
 * sibling that is renamed when it succeeded; of two processes the first to rename wins and the other takes its folder.
 * `layout` names how the content is laid out: a folder of another layout is made anew.
 */
export async function packageFolder(
  dataDir: string,
  wanted: PackageVersion,
  layout: string,
  install: (folder: string) => Promise<ClientFailure | null>,
): Promise<InstalledFolder> {
  const folder = folderOf(dataDir, wanted);
  const content = markerOf(wanted, layout);
  if (await takeComplete(dataDir, folder, content)) return { folder };
  const work = await makeSibling(folder);
  try {
    const failure = await install(work);
    if (failure) return { failure };
    await writeFile(join(work, marker), content);
    // mkdtemp keeps others out, and inside a sandbox the server may be another user.
    await chmod(work, 0o755);
    if (!(await takePlace(work, folder, content))) {
      throw new LocalFaultError(`Expected to write ${folder}; it is in use or not writable. Remove it and try again.`);
    }
    return { folder };
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The complete folder of an earlier time, if there is one. */
export async function findComplete(dataDir: string, wanted: PackageVersion, layout: string): Promise<string | null> {
  const folder = folderOf(dataDir, wanted);
  return (await takeComplete(dataDir, folder, markerOf(wanted, layout))) ? folder : null;
}

async function takeComplete(dataDir: string, folder: string, content: string): Promise<boolean> {
  await noteUse(dataDir, folder);
  await waitForEviction(resolve(dataDir, 'packages'));
  if (!(await isComplete(folder, content))) return false;
  const now = new Date();
  await utimes(join(folder, marker), now, now);
  return true;
}

function folderOf(dataDir: string, wanted: PackageVersion): string {
  return resolve(dataDir, 'packages', wanted.source, `${wanted.name}@${wanted.version}`);
}

function markerOf({ source, name, version }: PackageVersion, layout: string): string {
  return JSON.stringify({ source, name, version, layout });
}

async function isComplete(folder: string, content: string): Promise<boolean> {
  return (await readFile(join(folder, marker), 'utf8').catch(() => '')) === content;
}

async function makeSibling(folder: string): Promise<string> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    await removeLeftovers(folder);
    return await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  } catch (cause) {
    throw new LocalFaultError(`Expected to write below ${dirname(folder)}; got an error. Check its permissions.`, {
      cause,
    });
  }
}

/** What a killed installation left is removed an hour later: by then nobody works in it. */
async function removeLeftovers(folder: string): Promise<void> {
  const parent = dirname(folder);
  for (const entry of (await readdir(parent)).filter((each) => each.startsWith(`.${basename(folder)}-`))) {
    const path = join(parent, entry);
    const modified = (await stat(path).catch(() => null))?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (modified < Date.now() - 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

async function takePlace(work: string, folder: string, content: string): Promise<boolean> {
  for (let turn = 0; turn < 3; turn++) {
    try {
      await rename(work, folder);
      return true;
    } catch {
      if (await isComplete(folder, content)) return true;
      const aside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
      await rename(folder, join(aside, 'old')).catch(() => {});
      await rm(aside, { recursive: true, force: true });
    }
  }
  return false;
}

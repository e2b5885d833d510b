import { randomUUID } from 'node:crypto';
import { lstat, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { takeEvictionLock } from './eviction-lock.ts';
import { marker } from './package-folder.ts';
import { foldersInUse } from './package-use.ts';

interface InstalledPackage {
  folder: string;
  /** What it takes on the disk. */
  bytes: number;
  /** Milliseconds since 1970. */
  lastUsed: number;
}

const evicted = '.evicted-';
const sizeNote = 'assay-bytes';

/**
 * Removes installed packages, the one first that has not been used for longest, until the others take no more than the
 * budget. What a living process uses stays, even beyond it. Does nothing while another process evicts.
 * Gives the folders that were removed.
 */
export async function evictPackages(dataDir: string, budgetBytes: number): Promise<string[]> {
  const root = resolve(dataDir, 'packages');
  // Others wait while the lock is held: what takes long is done before.
  const installed = await listInstalled(root);
  let total = installed.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= budgetBytes) return [];
  const lock = await takeEvictionLock(root);
  if (!lock) return [];
  const removed: string[] = [];
  try {
    // Whoever notes a use from here on finds the lock, and waits until what goes is gone.
    const inUse = await foldersInUse(dataDir);
    for (const { folder, bytes } of installed.sort((a, b) => a.lastUsed - b.lastUsed)) {
      if (total <= budgetBytes) break;
      if (inUse.has(folder)) continue;
      if (await moveAside(folder, root)) removed.push(folder);
      total -= bytes;
    }
  } finally {
    await lock.release();
  }
  await removeEvicted(root);
  return removed;
}

/** False where another process has evicted it since it was listed. */
async function moveAside(folder: string, root: string): Promise<boolean> {
  try {
    await rename(folder, join(root, `${evicted}${randomUUID()}`));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** What an eviction that was killed left behind goes too. */
async function removeEvicted(root: string): Promise<void> {
  for (const entry of await readdir(root)) {
    if (entry.startsWith(evicted)) await rm(join(root, entry), { recursive: true, force: true, maxRetries: 3 });
  }
}

async function listInstalled(root: string): Promise<InstalledPackage[]> {
  const installed: InstalledPackage[] = [];
  for (const source of await subfolders(root)) {
    for (const folder of await packagesOf(source)) {
      const used = await stat(join(folder, marker)).catch(() => null);
      // One that is evicted meanwhile takes nothing any more.
      if (used) installed.push({ folder, lastUsed: used.mtimeMs, bytes: await sizeOf(folder).catch(() => 0) });
    }
  }
  return installed;
}

/** `name@version` and `@scope/name@version`. */
async function packagesOf(source: string): Promise<string[]> {
  const isScope = (folder: string) => folder.startsWith('@', source.length + 1);
  const named = await Promise.all(
    (await subfolders(source)).map((folder) => (isScope(folder) ? subfolders(folder) : [folder])),
  );
  return named.flat();
}

/** Names with a leading dot are at work or on their way out. */
async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((each) => each.isDirectory() && !each.name.startsWith('.'))
    .map(({ name }) => join(folder, name));
}

/** Measured once: an installed package does not change. */
async function sizeOf(folder: string): Promise<number> {
  const note = join(folder, sizeNote);
  const known = await readFile(note, 'utf8').catch(() => null);
  if (known !== null) return Number(known);
  const bytes = await measure(folder);
  await writeFile(note, String(bytes));
  return bytes;
}

/** What `blocks` of a file's status counts. */
const blockBytes = 512;

async function measure(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory() ? await measure(path) : (await lstat(path)).blocks * blockBytes;
  }
  return bytes;
}

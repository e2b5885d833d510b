import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { LocalFaultError, UsageError } from '../../domain/errors.ts';
import { metaFile, type SnapshotMeta } from '../src/snapshot-files.ts';
import { hashSources } from './hash-sources.ts';
import { replaceFolder } from './replace-folder.ts';
import { projectFolder, runAstro } from './run-astro.ts';

export interface BuildOptions {
  snapshotDir: string;
  outDir: string;
  signal?: AbortSignal;
  onLine?: (line: string) => void;
  /** Build even where nothing has changed. */
  force?: boolean;
}

/** Beside the pages: what they were built from. A leading dot keeps it from being served. */
const stampFile = '.assay-site.json';

interface Stamp {
  key: string;
  pages: number;
}

/**
 * Builds the site of a snapshot. The pages are made apart and swapped in at the end, so a failed or interrupted
 * build leaves the old site as it was; where snapshot and sources are those of the site that stands, nothing is done.
 * Throws UsageError where `outDir` holds anything but a built site.
 */
export async function buildSite(options: BuildOptions): Promise<{ pages: number; reused: boolean; seconds: number }> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const outDir = resolve(options.outDir);
  const stamp = await readStamp(outDir);
  const key = await buildKey(options.snapshotDir);
  if (stamp?.key === key && !options.force) return { pages: stamp.pages, reused: true, seconds: seconds() };
  const pages = await inDraftFolder(async (draft) => {
    await runAstro({
      arguments: ['build', '--outDir', join(draft, 'site')],
      snapshotDir: resolve(options.snapshotDir),
      cacheDir: join(draft, 'cache'),
      signal: options.signal,
      onLine: options.onLine,
    });
    const built = join(draft, 'site');
    const pages = await countPages(built);
    await writeFile(join(built, stampFile), JSON.stringify({ key, pages } satisfies Stamp));
    options.signal?.throwIfAborted();
    await swapIn(built, outDir);
    return pages;
  });
  return { pages, reused: false, seconds: seconds() };
}

/** The stamp of the site in this folder; null where the folder is empty or absent. */
async function readStamp(outDir: string): Promise<Stamp | null> {
  const names = await readdir(outDir).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`Expected ${outDir} to be a folder for the site: ${error.message}`, { cause: error });
  });
  if (names.length === 0) return null;
  if (!names.includes(stampFile)) {
    throw new UsageError(`Expected ${outDir} to be empty or a built site; it holds other files. Name another folder.`);
  }
  return JSON.parse(await readFile(join(outDir, stampFile), 'utf8'));
}

async function buildKey(snapshotDir: string): Promise<string> {
  const text = await readFile(join(snapshotDir, metaFile), 'utf8').catch((error: Error) => {
    throw new LocalFaultError(`Expected a snapshot in ${snapshotDir}: ${error.message}`, { cause: error });
  });
  const meta: SnapshotMeta = JSON.parse(text);
  return createHash('sha256')
    .update(`${meta.digest} ${await hashSources(projectFolder)}`)
    .digest('hex');
}

/** Astro must build inside the project: elsewhere, builds at the same time delete each other's files (Astro 7, 2026). */
async function inDraftFolder<Result>(build: (draft: string) => Promise<Result>): Promise<Result> {
  const draft = join(projectFolder, '.data', `site-draft-${randomUUID()}`);
  await mkdir(draft, { recursive: true });
  try {
    return await build(draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function countPages(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).length;
}

async function swapIn(built: string, outDir: string): Promise<void> {
  await mkdir(dirname(outDir), { recursive: true });
  const neighbour = `${outDir}.new-${process.pid}`;
  try {
    await rename(built, neighbour).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error;
      await cp(built, neighbour, { recursive: true });
    });
    await replaceFolder(neighbour, outDir);
  } finally {
    await rm(neighbour, { recursive: true, force: true });
  }
}

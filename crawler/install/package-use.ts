import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLivingNote, writtenNote } from './process-note.ts';

const notesOfWork = new AsyncLocalStorage<string[]>();

/** Every package folder that is taken while `work` runs is kept from eviction, by any process, until it has ended. */
export async function keepingPackages<T>(work: () => Promise<T>): Promise<T> {
  const notes: string[] = [];
  try {
    return await notesOfWork.run(notes, work);
  } finally {
    await Promise.all(notes.map((note) => rm(note, { force: true })));
  }
}

/** Notes, before it is looked into, that a folder is in use. Outside of `keepingPackages` nothing is noted. */
export async function noteUse(dataDir: string, folder: string): Promise<void> {
  const notes = notesOfWork.getStore();
  if (!notes) return;
  const path = join(notesFolder(dataDir), randomUUID());
  notes.push(path);
  await mkdir(notesFolder(dataDir), { recursive: true });
  await writeFile(`${path}.part`, writtenNote(folder));
  await rename(`${path}.part`, path);
}

/** The folders that living processes use. Notes of those that were killed are removed. */
export async function foldersInUse(dataDir: string): Promise<Set<string>> {
  const inUse = new Set<string>();
  for (const name of await readdir(notesFolder(dataDir)).catch(() => [])) {
    if (name.endsWith('.part')) continue;
    const path = join(notesFolder(dataDir), name);
    const note = readLivingNote(await readFile(path, 'utf8').catch(() => ''));
    if (note) inUse.add(note.folder);
    else await rm(path, { force: true });
  }
  return inUse;
}

function notesFolder(dataDir: string): string {
  return join(dataDir, 'packages', '.in-use');
}

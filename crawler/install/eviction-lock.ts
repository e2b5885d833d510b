import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLivingNote, writtenNote } from './process-note.ts';

/** Takes the right to evict below this folder; null where a living process has it, and where there is no folder. */
export async function takeEvictionLock(root: string): Promise<{ release(): Promise<void> } | null> {
  const path = join(root, lockName);
  if ((await readLock(root)) === 'left') await rm(path, { force: true });
  const own = `${path}-${randomUUID()}`;
  try {
    // A link stands with its content or not at all.
    await writeFile(own, writtenNote(root));
    await link(own, path);
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
  return { release: () => rm(path, { force: true }) };
}

/** Resolves when nobody evicts below this folder: whoever notes a use first and waits then keeps what is there. */
export async function waitForEviction(root: string): Promise<void> {
  while ((await readLock(root)) === 'held') await new Promise((resolve) => setTimeout(resolve, 20));
}

const lockName = '.evicting';

/** `left`: by a process that was killed. */
async function readLock(root: string): Promise<'none' | 'held' | 'left'> {
  const text = await readFile(join(root, lockName), 'utf8').catch(() => null);
  if (text === null) return 'none';
  return readLivingNote(text) ? 'held' : 'left';
}

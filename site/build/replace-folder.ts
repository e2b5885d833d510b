import { rename, rm } from 'node:fs/promises';

/**
 * Puts a folder in the place of another, or where there is none yet. Both stand on one disk.
 * The old one is renamed first and deleted last: deleting hundreds of thousands of files takes minutes.
 */
export async function replaceFolder(from: string, to: string): Promise<void> {
  const aside = `${to}.old-${process.pid}`;
  await rename(to, aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(from, to);
  await rm(aside, { recursive: true, force: true });
}

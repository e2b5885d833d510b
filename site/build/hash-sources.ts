import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything beside the snapshot that a page is made of, relative to the project. */
const sources = [
  'site/src',
  'site/public',
  'site/astro.config.ts',
  'domain',
  'policy',
  'classifier/rules',
  'classifier/threats',
  'docs/taxonomy.md',
  'package-lock.json',
];

/** SHA-256, in hex, over the names and contents of the site's own sources. */
export async function hashSources(projectFolder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await listFiles(join(projectFolder, source))) {
      hash.update(`${file.slice(projectFolder.length)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function listFiles(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
}

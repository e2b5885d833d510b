import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const bookmarkSchema = z.object({ registry: z.string(), updatedSince: z.iso.datetime({ offset: true }) });

/** Where a bookmark is kept, and for which catalogue: another database has not seen what this one has. */
export interface BookmarkPlace {
  dataDir: string;
  databaseUrl: string;
}

/** The newest change up to which a registry was crawled whole, ISO 8601; null where nothing is known. */
export async function readBookmark(place: BookmarkPlace, registry: string): Promise<string | null> {
  const text = await readFile(bookmarkFile(place, registry), 'utf8').catch(() => '');
  try {
    const bookmark = bookmarkSchema.parse(JSON.parse(text));
    return bookmark.registry === registry ? bookmark.updatedSince : null;
  } catch {
    return null;
  }
}

/** Remembers it. Call only after all that the registry named before this date was crawled. */
export async function saveBookmark(place: BookmarkPlace, registry: string, updatedSince: string): Promise<void> {
  const file = bookmarkFile(place, registry);
  const draft = `${file}.${process.pid}.part`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, `${JSON.stringify({ registry, updatedSince })}\n`);
  await rename(draft, file);
}

export function bookmarkFile({ dataDir, databaseUrl }: BookmarkPlace, registry: string): string {
  const key = createHash('sha256')
    .update(JSON.stringify([databaseUrl, registry]))
    .digest('hex');
  return join(dataDir, 'registries', `${key.slice(0, 16)}.json`);
}

import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { LocalFaultError } from '../../domain/errors.ts';
import type { Database } from '../database.ts';
import { lockFolder, type WaitOptions } from '../folder-lock.ts';
import { applyMigrations, migrationConfig } from './apply-migrations.ts';
import { DurableFiles, durableStartParams } from './durable-files.ts';

/** Opens PostgreSQL inside this process, over `folder`, which it makes and locks: two processes there would lose rows. */
export async function openPGlite(folder: string, options: WaitOptions): Promise<Database> {
  const unlock = await lockFolder(folder, options).catch((error) => {
    throw folderFault(folder, error);
  });
  let client: PGlite | undefined;
  const close = async () => {
    try {
      if (client && !client.closed) await client.close();
    } finally {
      unlock();
    }
  };
  try {
    client = await startPGlite(join(folder, 'pglite'));
    const orm = drizzle({ client });
    await applyMigrations(orm, () => migrate(orm, migrationConfig));
    return { engine: 'pglite', description: `the embedded database in ${folder}`, orm, close };
  } catch (error) {
    await close().catch(() => {});
    throw folderFault(folder, error);
  }
}

async function startPGlite(dataFolder: string): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableFiles(dataFolder),
    startParams: durableStartParams(PGlite),
    relaxedDurability: false,
  });
}

function folderFault(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LocalFaultError || error.name === 'AbortError') return error;
  const code = 'code' in error ? String(error.code) : '';
  const advice = /^E[A-Z]+$/.test(code)
    ? 'Name a folder that can be written to.'
    : 'Move it aside to start anew, or restore it from a copy.';
  return new LocalFaultError(`The database in ${folder} cannot be opened: ${error.message}. ${advice}`, {
    cause: error,
  });
}

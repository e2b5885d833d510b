import { fileURLToPath } from 'node:url';
import { desc } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { bigint, pgSchema } from 'drizzle-orm/pg-core';
import { LocalFaultError } from '../../domain/errors.ts';
import type { Orm } from '../database.ts';
import { sqlState } from './sql-state.ts';

export const migrationConfig = { migrationsFolder: fileURLToPath(new URL('../migrations', import.meta.url)) };

/** drizzle's own record of what it applied. */
const applied = pgSchema('drizzle').table('__drizzle_migrations', {
  createdAt: bigint('created_at', { mode: 'number' }),
});

/**
 * Calls `migrate` unless nothing is missing, so that a user who may only read can open an up-to-date database.
 * Refuses a database that a newer Assay wrote.
 */
export async function applyMigrations(orm: Orm, migrate: () => Promise<void>): Promise<void> {
  const newest = readMigrationFiles(migrationConfig).at(-1)?.folderMillis ?? 0;
  const present = await readNewestApplied(orm);
  if (present < newest) return migrate();
  if (present > newest) throw new LocalFaultError('The database was written by a newer Assay. Update this one.');
}

async function readNewestApplied(orm: Orm): Promise<number> {
  const undefinedTable = '42P01';
  try {
    const [row] = await orm.select().from(applied).orderBy(desc(applied.createdAt)).limit(1);
    return row?.createdAt ?? 0;
  } catch (error) {
    if (sqlState(error) === undefinedTable) return 0;
    throw error;
  }
}

import { resolve } from 'node:path';
import { UsageError } from '../domain/errors.ts';
import type { Database } from './database.ts';
import { openPGlite } from './engines/open-pglite.ts';
import { openPostgres } from './engines/open-postgres.ts';
import type { WaitOptions } from './folder-lock.ts';

export type { Database } from './database.ts';

/**
 * Opens the catalogue and brings its tables up to date.
 * The URL is `postgres://…`, `postgresql://…`, or `pglite:<folder>` with the folder against the working directory.
 * Only a PGlite folder is ever waited for. Throws UsageError for another URL, LocalFaultError where it cannot be opened.
 */
export async function openDatabase(url: string, options: WaitOptions = {}): Promise<Database> {
  const folder = /^pglite:(?!\/\/)(.+)$/s.exec(url)?.[1];
  if (folder) return openPGlite(resolve(folder), options);
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return openPostgres(new URL(url));
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0];
  throw new UsageError(
    `Expected a database URL such as postgres://user@host:5432/assay or pglite:.data/db; got ${
      scheme ? `one that starts with "${scheme}" and is not complete` : JSON.stringify(url)
    }.`,
  );
}

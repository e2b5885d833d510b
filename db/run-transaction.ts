import { DrizzleQueryError } from 'drizzle-orm';
import type { PgTransactionConfig } from 'drizzle-orm/pg-core';
import { LocalFaultError } from '../domain/errors.ts';
import type { Database, Orm } from './database.ts';
import { databaseMessage, sqlState } from './engines/sql-state.ts';

/**
 * Runs `work` in one transaction. drizzle's and PGlite's errors hold the whole statement with its data, a stranger's
 * definitions among them: what is thrown instead holds the database's own words and code, as a LocalFaultError where
 * neither data nor statement is to blame.
 */
export async function runTransaction<Result>(
  { orm, description }: Database,
  work: (orm: Orm) => Promise<Result>,
  config?: PgTransactionConfig,
): Promise<Result> {
  try {
    return await orm.transaction(work, config);
  } catch (error) {
    if (!(error instanceof DrizzleQueryError)) throw error;
    const message = `${description} failed: ${databaseMessage(error)}`;
    const code = sqlState(error);
    if (/^(2|42)/.test(code ?? '')) throw new Error(message, { cause: code });
    throw new LocalFaultError(`${message}. Nothing of this step was stored.`, { cause: code });
  }
}

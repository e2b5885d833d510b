import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** drizzle over either engine; a transaction is one too. */
export type Orm = PgDatabase<PgQueryResultHKT>;

/** An open catalogue with all migrations applied. Close it, or its folder stays locked until the process ends. */
export interface Database {
  engine: 'postgres' | 'pglite';
  /** Where it is, in words for people; never holds a password. */
  description: string;
  orm: Orm;
  close(): Promise<void>;
}

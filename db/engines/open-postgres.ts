import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { LocalFaultError } from '../../domain/errors.ts';
import type { Database } from '../database.ts';
import { applyMigrations, migrationConfig } from './apply-migrations.ts';
import { sqlState } from './sql-state.ts';

const oldestVersion = 15;
const connectTimeoutSeconds = 10;
/** Any number will do as long as every Assay takes the same. */
const migrationLock = 20_640_731;

/** Opens a PostgreSQL server's database. */
export async function openPostgres(url: URL): Promise<Database> {
  const description = `PostgreSQL at ${url.host || 'localhost'}${url.pathname}`;
  const client = connect(url);
  try {
    await expectUsable(client, description);
    const orm = drizzle({ client });
    await applyMigrations(orm, () => migrateAlone(url));
    return { engine: 'postgres', description, orm, close: () => client.end({ timeout: 5 }) };
  } catch (error) {
    await client.end({ timeout: 0 });
    throw serverFault(description, error);
  }
}

function connect(url: URL, options: { max?: number } = {}): postgres.Sql {
  return postgres(url.href, {
    ...options,
    connect_timeout: connectTimeoutSeconds,
    connection: { application_name: 'assay', TimeZone: 'UTC' },
    onnotice: () => {},
  });
}

async function expectUsable(client: postgres.Sql, description: string): Promise<void> {
  const [row] = await client<{ version: number; encoding: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`;
  const major = Math.floor((row?.version ?? 0) / 10_000);
  if (major < oldestVersion) {
    throw new LocalFaultError(`${description} is version ${major}; Assay needs ${oldestVersion} or newer.`);
  }
  if (row?.encoding !== 'UTF8') {
    throw new LocalFaultError(`${description} stores text as ${row?.encoding}; create a database with encoding UTF8.`);
  }
}

/** drizzle does not lock: of two that migrate one database at once, the second would fail. */
async function migrateAlone(url: URL): Promise<void> {
  const client = connect(url, { max: 1 });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle({ client }), migrationConfig);
  } finally {
    await client.end();
  }
}

function serverFault(description: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LocalFaultError) return error;
  const advice = adviceFor(sqlState(error) ?? ('code' in error ? String(error.code) : ''));
  return new LocalFaultError(`${description} cannot be opened: ${reasonOf(error)}. ${advice}`, { cause: error });
}

function reasonOf(error: Error): string {
  const inner = error.cause instanceof Error ? error.cause : error;
  return inner.message || ('code' in inner ? String(inner.code) : inner.name);
}

function adviceFor(code: string): string {
  if (code === '28P01' || code === '28000') return 'Check the user and the password in the database URL.';
  if (code === '3D000') return 'Create that database first, or name another in the database URL.';
  if (code === '42501') return 'Give this user the right to create tables in the database.';
  return 'Check that it runs and that the host and port in the database URL are right.';
}

import { join, resolve } from 'node:path';

/** Where things are kept, as the environment says. */
export interface Settings {
  /** The project's own folder; the site is built inside it. */
  projectDir: string;
  /** Installed packages, the site's snapshot and, without DATABASE_URL, the database. */
  dataDir: string;
  /** `postgres://…` or `pglite:<folder>`. */
  databaseUrl: string;
  environment: Readonly<Record<string, string | undefined>>;
}

export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const projectDir = resolve(import.meta.dirname, '../..');
  const dataDir = join(projectDir, '.data');
  return {
    projectDir,
    dataDir,
    databaseUrl: environment.DATABASE_URL || `pglite:${join(dataDir, 'database')}`,
    environment,
  };
}

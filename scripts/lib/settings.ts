import { join, resolve } from 'node:path';
import { UsageError } from '../../domain/errors.ts';

/** Where things are kept, as the environment says. */
export interface Settings {
  /** The project's own folder; the site is built inside it. */
  projectDir: string;
  /** Installed packages, the site's snapshot and, without DATABASE_URL, the database. */
  dataDir: string;
  /** `postgres://…` or `pglite:<folder>`. */
  databaseUrl: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Null where no model takes part. */
  model: ModelSettings | null;
}

/** A model behind an OpenAI-compatible endpoint. */
export interface ModelSettings {
  model: string;
  /** Null for the client's own default. */
  baseUrl: string | null;
  /** Null for an endpoint that wants none. */
  apiKey: string | null;
}

export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const projectDir = resolve(import.meta.dirname, '../..');
  const dataDir = join(projectDir, '.data');
  return {
    projectDir,
    dataDir,
    databaseUrl: environment.DATABASE_URL || `pglite:${join(dataDir, 'database')}`,
    environment,
    model: readModel(environment),
  };
}

/** A key that lies in the environment for other programs sends nobody's definitions anywhere: the model is to be named. */
function readModel({ ASSAY_MODEL, OPENAI_API_KEY, OPENAI_BASE_URL }: NodeJS.ProcessEnv): ModelSettings | null {
  if (!ASSAY_MODEL || !(OPENAI_API_KEY || OPENAI_BASE_URL)) return null;
  if (OPENAI_BASE_URL && !/^https?:$/.test(URL.parse(OPENAI_BASE_URL)?.protocol ?? '')) {
    throw new UsageError(
      'Expected OPENAI_BASE_URL to be an address such as http://localhost:11434/v1; got another text.',
    );
  }
  return { model: ASSAY_MODEL, baseUrl: OPENAI_BASE_URL || null, apiKey: OPENAI_API_KEY || null };
}

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LocalFaultError } from '../../domain/errors.ts';
import { slug } from '../../domain/slug.ts';
import { promptVersion } from './build-question.ts';
import { type Verdict, verdictSchema } from './verdict.ts';

/** Verdicts of one model by judgement key. */
export interface VerdictCache {
  /** Null where none is kept, or none that can be read. */
  read(key: string): Promise<Verdict | null>;
  save(key: string, verdict: Verdict): Promise<void>;
}

/**
 * Keeps each verdict in a file of its own, `<folder>/<model>/<prompt>/ab/abcd….json`, which appears whole or not at all:
 * neither a killed process nor a second one can leave half a verdict.
 */
export function openVerdictCache(folder: string, model: string): VerdictCache {
  const own = join(folder, slug(model), promptVersion);
  const fileOf = (key: string) => join(own, key.slice(0, 2), `${key}.json`);
  return {
    read: async (key) => {
      const text = await readFile(fileOf(key), 'utf8').catch(() => null);
      return text === null ? null : parseKept(text);
    },
    save: async (key, verdict) => {
      const file = fileOf(key);
      const unfinished = `${file}.${randomBytes(6).toString('hex')}.part`;
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(unfinished, `${JSON.stringify(verdict)}\n`);
        await rename(unfinished, file);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new LocalFaultError(`Expected to keep the model's verdicts in ${folder}; got ${reason}`, {
          cause: error,
        });
      }
    },
  };
}

function parseKept(text: string): Verdict | null {
  try {
    return verdictSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

import { z } from 'zod';
import { type ClientContext, runNpm } from './npm-client.ts';

const answerSchema = z.object({
  time: z.record(z.string(), z.string()).catch({}),
  dist: z
    .object({
      unpackedSize: z.number().int().nonnegative().nullable().catch(null),
      attestations: z
        .object({ provenance: z.object({ predicateType: z.string() }) })
        .optional()
        .catch(undefined),
    })
    .nullable()
    .catch(null),
});

/** What a registry alone knows of a version of a package. Null means "not known". */
export interface RegistryRecord {
  /** Mirrors may be wrong about it. */
  published: Date | null;
  /** In bytes. */
  unpackedSize: number | null;
  /** Only its presence says something: mirrors leave it out. */
  provenance: boolean | null;
}

/** Asks the user's npm. Where the registry does not answer, nothing is known. */
export async function readRegistryRecord(
  folder: string,
  name: string,
  version: string,
  context: ClientContext,
): Promise<RegistryRecord> {
  const flags = ['--json', '--loglevel=error', '--workspaces=false', '--fetch-retries=1'];
  const answer = await runNpm(context, folder, ['view', ...flags, '--', `${name}@${version}`, 'time', 'dist']);
  const { time, dist } = parseAnswer(answer.stdout) ?? { time: {}, dist: null };
  const published = new Date(time[version] ?? '');
  return {
    published: Number.isNaN(published.getTime()) ? null : published,
    unpackedSize: dist?.unpackedSize ?? null,
    provenance: dist?.attestations ? true : null,
  };
}

function parseAnswer(text: string): z.infer<typeof answerSchema> | undefined {
  try {
    return answerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

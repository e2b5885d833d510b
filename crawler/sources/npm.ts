import { z } from 'zod';
import { serverIdentity } from '../../domain/server.ts';
import { runNpm } from '../install/npm-client.ts';
import { readNpmError } from '../install/read-npm-error.ts';
import { sayWhatIsMissing } from '../install/say-what-is-missing.ts';
import { npmFacts, npmFactsSchema } from './package-facts.ts';
import { type Resolution, type SourceContext, type Target, unknownFacts } from './source.ts';

/** Without build metadata, which the registry leaves out of its versions. */
const exactVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const fields = ['name', 'version', 'description', 'license', 'repository', 'homepage'];
const answerSchema = npmFactsSchema.extend({ version: z.string().regex(/^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$/) });

/** Asks the user's npm which exact version of a package there is, and what its record says of it. */
export async function resolveNpm(target: Target & { source: 'npm' }, context: SourceContext): Promise<Resolution> {
  const identity = serverIdentity('npm', target.name);
  const { version } = target;
  // Its installation tells whether there is one, and its own manifest what the registry's record says.
  if (version !== null && exactVersion.test(version) && !context.refresh) {
    return { kind: 'resolved', identity, version, facts: unknownFacts };
  }
  const answer = await view(target.name, target.version ?? 'latest', context);
  if (answer.ending === 'timed-out') {
    return { kind: 'failed', identity, outcome: 'unreachable', reason: 'The registry did not answer in time.' };
  }
  if (answer.code !== 0) {
    const failure = readNpmError(answer, target.name);
    if (failure.outcome !== 'not-found') return { kind: 'failed', identity, ...failure };
    return {
      kind: 'failed',
      identity,
      outcome: 'not-found',
      reason: await sayWhatIsMissing(context.folder, target.name, version, context),
    };
  }
  const record = parseAnswer(answer.stdout);
  return record
    ? { kind: 'resolved', identity, version: record.version, facts: npmFacts(record) }
    : {
        kind: 'failed',
        identity,
        outcome: 'not-found',
        reason: await sayWhatIsMissing(context.folder, target.name, version, context),
      };
}

function view(name: string, version: string, context: SourceContext) {
  const flags = [
    '--json',
    '--loglevel=error',
    '--workspaces=false',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=500',
  ];
  return runNpm(context, context.folder, ['view', ...flags, '--', `${name}@${version}`, ...fields]);
}

/** One record; npm prints an array where a tag or version stands for several, and nothing where it stands for none. */
function parseAnswer(text: string): z.infer<typeof answerSchema> | undefined {
  try {
    return answerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

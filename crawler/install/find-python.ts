import { z } from 'zod';
import { clientEnvironment } from './client-environment.ts';
import type { ClientContext } from './npm-client.ts';
import { runClient } from './run-client.ts';

const pythonSchema = z.object({
  /** The interpreter itself, symbolic links resolved. */
  command: z.string().startsWith('/'),
  /** The folder of the whole Python installation; `/usr` for the system's. */
  prefix: z.string().startsWith('/'),
  /** For example `3.11.2`. */
  version: z.string(),
  hasPip: z.boolean(),
});
export type Python = z.infer<typeof pythonSchema>;

export interface PythonTools {
  /** In the order in which they are to be tried; no two of one minor version. */
  pythons: Python[];
  hasUv: boolean;
}

/** The system's own first: the sandbox mounts it anyway. */
const commands = ['/usr/bin/python3', 'python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];

const question = `import importlib.util as i, json, os, sys
base = getattr(sys, '_base_executable', None) or sys.executable
print(json.dumps({'command': os.path.realpath(base), 'prefix': os.path.realpath(sys.base_prefix),
  'version': '%d.%d.%d' % sys.version_info[:3], 'hasPip': i.find_spec('pip') is not None}))`;

/** Finds the interpreters and installers of this machine that can serve wheels. */
export async function findPythonTools(folder: string, context: ClientContext): Promise<PythonTools> {
  const [uv, ...found] = await Promise.all([
    ask('uv', ['--version'], folder, context),
    ...commands.map((command) => readPython(command, folder, context)),
  ]);
  const pythons = found.filter((each) => each !== undefined);
  const hasUv = uv?.startsWith('uv ') ?? false;
  const usable = pythons.filter((each) => atLeast310(each.version) && (hasUv || each.hasPip));
  return {
    pythons: [...Map.groupBy(usable, (each) => minorVersion(each)).values()].flatMap((all) => all[0] ?? []),
    hasUv,
  };
}

/** For example `3.11`: wheels and installed folders hold for one minor version. */
export function minorVersion(python: Python): string {
  return python.version.split('.').slice(0, 2).join('.');
}

/** What an interpreter says of itself; undefined where there is none of that name. */
export async function readPython(command: string, folder: string, context: ClientContext): Promise<Python | undefined> {
  return parsePython(await ask(command, ['-I', '-c', question], folder, context));
}

async function ask(command: string, parameters: string[], folder: string, context: ClientContext) {
  const environment = clientEnvironment(context.environment);
  const answer = await runClient({
    ...context,
    command,
    arguments: parameters,
    folder,
    environment,
    timeoutMs: 15_000,
  });
  return answer.code === 0 ? answer.stdout : undefined;
}

function parsePython(text: string | undefined): Python | undefined {
  try {
    return pythonSchema.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}

function atLeast310(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 3 && minor >= 10;
}

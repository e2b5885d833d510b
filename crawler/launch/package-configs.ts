import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { HintedVariable, LaunchHints } from './launch-hints.ts';

const maxLength = 200_000;
const maxVariables = 30;

/**
 * What the files that a package may carry for registries say of its start: `server.json` of the MCP registry
 * (schema 2025-12-11) and `smithery.yaml`. A stranger's text; a file that is not understood says nothing.
 */
export async function readPackageConfigs(root: string, name: string): Promise<LaunchHints[]> {
  const [server, smithery] = await Promise.all(['server.json', 'smithery.yaml'].map((file) => read(join(root, file))));
  return [parseServerJson(server ?? '', name), parseSmithery(smithery ?? '')].filter((each) => each !== null);
}

async function read(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(() => '')).slice(0, maxLength);
}

const variableSchema = z.object({
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,80}$/),
  isRequired: z.boolean().catch(false),
  isSecret: z.boolean().catch(false),
  default: z.string().max(500).nullable().catch(null),
  choices: z.array(z.string().max(200)).max(50).catch([]),
});
const argumentSchema = z.object({
  type: z.string().catch('positional'),
  name: z.string().max(100).optional().catch(undefined),
  value: z.string().max(500).optional().catch(undefined),
  default: z.string().max(500).optional().catch(undefined),
  isRequired: z.boolean().catch(false),
});
const packageSchema = z.object({
  identifier: z.string(),
  environmentVariables: z.array(z.unknown()).catch([]),
  packageArguments: z.array(z.unknown()).catch([]),
});
const serverSchema = z.object({ packages: z.array(z.unknown()) });

export function parseServerJson(text: string, name: string): LaunchHints | null {
  const packages = serverSchema.safeParse(parseJson(text)).data?.packages ?? [];
  const own = packages.map((each) => packageSchema.safeParse(each).data).find((each) => each?.identifier === name);
  if (!own) return null;
  const environment = own.environmentVariables
    .map((each) => variableSchema.safeParse(each).data)
    .filter((each) => each !== undefined)
    .slice(0, maxVariables);
  const words = own.packageArguments
    .map((each) => argumentSchema.safeParse(each).data)
    .filter((each) => each !== undefined && (each.isRequired || each.value !== undefined))
    .slice(0, maxVariables)
    .flatMap((each) => wordsOf(each as z.infer<typeof argumentSchema>));
  return orNull({ environment, arguments: words });
}

function wordsOf({ type, name, value, default: proposed }: z.infer<typeof argumentSchema>): string[] {
  const given = value ?? proposed;
  if (type !== 'named') return given === undefined ? [] : [given];
  return [...(name ? [name.startsWith('-') ? name : `--${name}`] : []), ...(given === undefined ? [] : [given])];
}

/** The variables that its command function takes from the configuration, and whether the schema requires them. */
export function parseSmithery(text: string): LaunchHints | null {
  const required = /\brequired:\s{0,20}(\[[^\]]{0,2000}\]|(?:\n\s{0,40}- [^\n]{1,200}){1,60})/.exec(text)?.[1] ?? '';
  const needed = new Set(required.match(/[\w-]+/g));
  const taken = [...text.matchAll(/\b['"]?([A-Z][A-Z0-9_]{2,60})['"]?\s{0,10}:\s{0,10}config\.(\w{1,60})/g)];
  const environment: HintedVariable[] = taken.slice(0, maxVariables).map(([, name = '', key = '']) => {
    return { name, isRequired: needed.has(key), isSecret: false, default: null, choices: [] };
  });
  return orNull({ environment, arguments: [] });
}

function orNull(hints: LaunchHints): LaunchHints | null {
  return hints.environment.length + hints.arguments.length > 0 ? hints : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { z } from 'zod';
import { steersRuntime } from './hinted-tries.ts';
import { placeholderFor } from './placeholder.ts';

/** What a README's configuration example gives a server, with placeholders for its values. */
export interface ReadmeConfig {
  arguments: string[];
  /** Name → the README's own value where it is a plain word, else null: a placeholder is wanted. */
  environment: Record<string, string | null>;
}

const maxBlocks = 40;
const maxConfigs = 3;
const maxItems = 20;
const serverSchema = z.object({
  command: z.string().max(200),
  args: z.array(z.string().max(500)).max(60).catch([]),
  env: z.record(z.string(), z.unknown()).catch({}),
});
const configSchema = z.object({ mcpServers: z.record(z.string(), z.unknown()) });
const bareSchema = z.object({ servers: z.record(z.string(), z.unknown()) });

/**
 * The configurations that a README shows for the program of its own package, in order, those with least first.
 * A README is a stranger's text: only plain strings come out of it, few and short, and its values are replaced.
 */
export function readReadmeConfigs(readme: string, names: readonly string[], seed: string): ReadmeConfig[] {
  const blocks = readme
    .split(/^\s*(?:```|~~~)/m)
    .filter((_, index) => index % 2 === 1)
    .slice(0, maxBlocks);
  const found = new Map<string, ReadmeConfig>();
  for (const server of blocks.flatMap(readServers)) {
    const own = ownArguments(server, names);
    if (!own) continue;
    const config = {
      arguments: own.slice(0, maxItems).map((each) => replaceArgument(each, names[0] ?? '', seed)),
      environment: plainEnvironment(server.env),
    };
    if (config.arguments.length + Object.keys(config.environment).length > 0) found.set(JSON.stringify(config), config);
  }
  return [...found.values()].sort((a, b) => size(a) - size(b)).slice(0, maxConfigs);
}

function readServers(block: string): Array<z.infer<typeof serverSchema>> {
  const start = block.indexOf('{');
  const value = start < 0 ? undefined : parseLoosely(block.slice(start, start + 20_000));
  const servers = configSchema.safeParse(value).data?.mcpServers ?? bareSchema.safeParse(value).data?.servers ?? {};
  return Object.values(servers)
    .map((server) => serverSchema.safeParse(server).data)
    .filter((server) => server !== undefined);
}

/** JSON as READMEs write it: with whole-line comments and commas before a closing bracket. */
function parseLoosely(text: string): unknown {
  const tidy = text
    .split('\n')
    .filter((line) => !/^\s*\/\//.test(line))
    .join('\n')
    .replace(/,(\s{0,200}[}\]])/g, '$1');
  try {
    return JSON.parse(tidy);
  } catch {
    return undefined;
  }
}

/** What follows the package's or the program's name; undefined where another program is configured. */
function ownArguments(server: z.infer<typeof serverSchema>, names: readonly string[]): string[] | undefined {
  const isOwn = (word: string) =>
    names.some((name) => word === name || word.startsWith(`${name}@`) || word.startsWith(`${name}==`));
  const at = server.args.findLastIndex(isOwn);
  if (at >= 0) return server.args.slice(at + 1);
  return isOwn(server.command) ? server.args : undefined;
}

function replaceArgument(text: string, owner: string, seed: string): string {
  const [flag, value] = /^(--?[A-Za-z][\w-]*)=(.*)$/s.exec(text)?.slice(1) ?? [];
  if (flag && value !== undefined) return `${flag}=${replaceValue(value, flag, owner, seed)}`;
  return replaceValue(text, text, owner, seed);
}

/** Parts of a word that stand for something: `YOUR_KEY`, `<user>`, `${HOST}`, `{database}`. */
const standIns = /YOUR_[A-Z0-9_]{1,60}|<[\w -]{1,60}>|\$\{[\w-]{1,60}\}|\{[\w-]{1,60}\}/g;

function replaceValue(text: string, name: string, owner: string, seed: string): string {
  if (/^(?:[~.]?\/|[A-Za-z]:[\\/]|\$\{?(?:HOME|PWD|workspaceFolder))/.test(text)) return '/tmp';
  const parts = text.match(standIns) ?? [];
  if (parts.length > 0 && parts[0] !== text) {
    return text.replace(standIns, (part) => madeUpValue(part.replace(/^YOUR_|[<>${}]/g, ''), owner, seed));
  }
  const isMadeUp = /[<>{}$]|your|xxx|\.\.\.|example|placeholder|change.?me/i.test(text);
  return isMadeUp ? madeUpValue(name, owner, seed) : text;
}

/** A credential takes the shape that the package's name tells: its provider often stands there alone. */
function madeUpValue(name: string, owner: string, seed: string): string {
  const plain = placeholderFor(name, seed);
  return plain.isSecret ? placeholderFor(`${owner} ${name}`, seed).value : plain.value;
}

function plainEnvironment(given: Record<string, unknown>): Record<string, string | null> {
  const named = Object.entries(given).filter(
    ([name]) => /^[A-Za-z_][A-Za-z0-9_]{0,80}$/.test(name) && !steersRuntime.test(name),
  );
  return Object.fromEntries(named.slice(0, maxItems).map(([name, value]) => [name, plainWord(name, value)]));
}

/** A switch or a mode is taken as it stands; anything that might be somebody's own, or a place, is not. */
function plainWord(name: string, value: unknown): string | null {
  const text = typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
  const placeholder = placeholderFor(name, '');
  if (typeof text !== 'string' || placeholder.isSecret || /[/@:]/.test(placeholder.value)) return null;
  return /^(?:true|false|\d{1,6}|[a-z][a-z0-9-]{1,20})$/.test(text) && !/your|xxx|placeholder|path/.test(text)
    ? text
    : null;
}

function size(config: ReadmeConfig): number {
  return config.arguments.length + Object.keys(config.environment).length;
}

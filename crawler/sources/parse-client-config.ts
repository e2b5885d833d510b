import { type ParseError, parse as parseJson, printParseErrorCode } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { z } from 'zod';
import { UsageError } from '../../domain/errors.ts';
import { isJsonObject } from '../../domain/json.ts';

const words = z.array(z.string()).catch([]).default([]);
const values = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String).nullable().catch(null))
  .catch({})
  .default({});

/** One server as a client is told of it. Codex names variables to pass on, and headers by variable. */
const entrySchema = z
  .object({
    command: z.string().optional(),
    args: words,
    env: values,
    env_vars: words,
    url: z.string().optional(),
    serverUrl: z.string().optional(),
    httpUrl: z.string().optional(),
    headers: values,
    http_headers: values,
    env_http_headers: values,
    bearer_token_env_var: z.string().optional().catch(undefined),
  })
  .transform((entry) => {
    const passed = entry.env_vars.map((name): [string, string] => [name, `\${env:${name}}`]);
    const headers = Object.entries(entry.env_http_headers).map(([name, value]) => [name, `\${env:${value}}`]);
    const bearer = entry.bearer_token_env_var;
    return {
      command: entry.command,
      arguments: entry.args,
      environment: { ...Object.fromEntries(passed), ...withoutNull(entry.env) },
      url: entry.url ?? entry.serverUrl ?? entry.httpUrl,
      headers: {
        ...withoutNull({ ...entry.headers, ...entry.http_headers }),
        ...(Object.fromEntries(headers) as Record<string, string>),
        ...(bearer && { Authorization: `Bearer \${env:${bearer}}` }),
      },
    };
  });

export type ConfiguredServer = z.output<typeof entrySchema> & { name: string };

/**
 * The servers of a client's configuration: `mcpServers`, `servers` (VS Code) or `mcp_servers` (Codex, TOML), and those
 * of the projects of ~/.claude.json. Entries that name neither a command nor an address are left out.
 * Throws UsageError where the text is no configuration; the error holds nothing of it.
 */
export function parseClientConfig(text: string, file: string): ConfiguredServer[] {
  const root = /\.toml$/i.test(file) ? readToml(text, file) : readJson(text, file);
  if (!isJsonObject(root)) throw new UsageError(`Expected ${file} to hold an object; got something else.`);
  const projects = isJsonObject(root.projects) ? Object.values(root.projects).filter(isJsonObject) : [];
  const mcp = isJsonObject(root.mcp) ? [root.mcp] : [];
  const tables = [root, ...mcp, ...projects].flatMap((holder) => [
    holder.mcpServers,
    holder.servers,
    holder.mcp_servers,
  ]);
  return tables.filter(isJsonObject).flatMap((table) =>
    Object.entries(table).flatMap(([name, entry]) => {
      const server = entrySchema.safeParse(entry).data;
      return server && (server.command || server.url) ? [{ ...server, name }] : [];
    }),
  );
}

/** JSON with the comments and last commas that VS Code and others admit. */
function readJson(text: string, file: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parseJson(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (!first) return value;
  const line = text.slice(0, first.offset).split('\n').length;
  throw new UsageError(`Expected JSON in ${file}; got ${printParseErrorCode(first.error)} in line ${line}.`);
}

function readToml(text: string, file: string): unknown {
  try {
    return parseToml(text);
  } catch {
    // The error of the library quotes the line, which may hold a key.
    throw new UsageError(`Expected TOML in ${file}; got something else.`);
  }
}

function withoutNull(given: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== null));
}

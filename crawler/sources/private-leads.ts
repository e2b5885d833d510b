import { serverIdentity } from '../../domain/server.ts';
import { folderInside } from '../launch/folder-inside.ts';
import { type ConfigLeads, collectLeads } from './config-leads.ts';
import { ownName } from './own-name.ts';
import type { ConfiguredServer } from './parse-client-config.ts';
import { parseRemoteUrl } from './parse-remote-url.ts';
import { readLauncher } from './read-launcher.ts';
import { resolveVariables } from './resolve-variables.ts';
import { type OwnServer, ownLead } from './server-lead.ts';

export interface PrivateOptions {
  allowLocal: boolean;
  /** The person's own. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Where the person works: `${workspaceFolder}`, and what relative paths start from. */
  folder: string;
}

type Note = (reason: string) => void;
type Values = Readonly<Record<string, string | undefined>>;
type OwnStart = OwnServer extends infer Own ? (Own extends OwnServer ? Omit<Own, 'identity'> : never) : never;

/** Configured servers with the person's own values, each private under the name that it has in the configuration. */
export function privateLeads(servers: readonly ConfiguredServer[], options: PrivateOptions): ConfigLeads {
  const { environment, folder } = options;
  const values = { ...environment, workspaceFolder: folder, userHome: environment.HOME };
  return collectLeads(servers, (server, note) => {
    const own =
      server.url === undefined
        ? programOf(server, values, folder, note)
        : remoteOf(server, server.url, values, options.allowLocal, note);
    const identity = serverIdentity('private', ownName(server.name));
    return typeof own === 'string' ? own : ownLead({ identity, ...own });
  });
}

function remoteOf(
  server: ConfiguredServer,
  url: string,
  values: Values,
  allowLocal: boolean,
  note: Note,
): OwnStart | string {
  const { text, missing } = resolveVariables(url, values);
  const address = missing.length === 0 ? ownAddress(text, allowLocal) : null;
  if (address === null) return 'its address is not one that can be asked';
  return { kind: 'remote', address, headers: resolveAll(server.headers, values, note) };
}

function programOf(server: ConfiguredServer, values: Values, folder: string, note: Note): OwnStart | string {
  const command = server.command ?? '';
  const launched = readLauncher(command, server.arguments);
  if (launched.kind === 'not-supported') return launched.reason;
  const words = launched.kind === 'package' ? launched.rest : server.arguments;
  const given = words.map((word) => resolveVariables(word, values).text);
  const environment = resolveAll(server.environment, values, note);
  if (launched.kind === 'program') {
    return { kind: 'command', command, folder, values: { arguments: given, environment } };
  }
  const shown = Object.entries(environment).map(([name, value]) => [name, folderInside(value)]);
  const inside = { arguments: given.map(folderInside), environment: Object.fromEntries(shown) };
  return { kind: 'package', target: launched.target, values: inside };
}

/** The texts whose references all resolve; of the others it is noted what they lack. */
function resolveAll(given: Readonly<Record<string, string>>, values: Values, note: Note): Record<string, string> {
  const resolved = Object.entries(given).flatMap(([name, value]) => {
    const { text, missing } = resolveVariables(value, values);
    if (missing.length === 0) return [[name, text]];
    note(`${name} is left out, because ${missing.join(', ')} is not set here`);
    return [];
  });
  return Object.fromEntries(resolved);
}

/** The address with whatever its query holds: it is used and never kept. */
function ownAddress(text: string, allowLocal: boolean): string | null {
  try {
    parseRemoteUrl(text.replace(/[?#].*$/s, ''), { allowLocal });
    return new URL(text).href;
  } catch {
    return null;
  }
}

import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'smol-toml';
import { UsageError } from '../../domain/errors.ts';
import { isJsonObject } from '../../domain/json.ts';
import { serverIdentity } from '../../domain/server.ts';
import { ownName } from './own-name.ts';
import { parseRemoteUrl } from './parse-remote-url.ts';
import { readLauncher } from './read-launcher.ts';
import { readToolList } from './read-tool-list.ts';
import { ownLead, type ServerLead } from './server-lead.ts';
import { splitWords } from './split-words.ts';

export interface OwnOptions {
  /** What relative paths start from. */
  folder: string;
  /** The name under which it stands; its own where null. */
  name: string | null;
}

/** `dir:<path>` and `file:<path>` as leads to own servers; null for every other reference. Throws UsageError. */
export function readOwnReference(reference: string, options: OwnOptions): ServerLead | null {
  const [, scheme, path] = /^(dir|file):(?!\/\/)(.+)$/is.exec(reference.trim()) ?? [];
  if (!scheme || !path) return null;
  return scheme.toLowerCase() === 'dir' ? folderLead(path, options) : toolListLead(path, options);
}

/** A saved list of tools, supplied under the file's name where no other is given. */
export function toolListLead(path: string, { folder, name }: OwnOptions): ServerLead {
  const file = resolve(folder, path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size > maxListBytes) {
    throw new UsageError(`Expected ${path} to be a file of at most ${maxListBytes} bytes; got something else.`);
  }
  const tools = readToolList(readFileSync(file, 'utf8'), path);
  const own = ownName(name ?? basename(file).replace(/\.json$/i, ''));
  return ownLead({ identity: serverIdentity('supplied', own), kind: 'tools', tools });
}

const maxListBytes = 64 * 2 ** 20;

function folderLead(path: string, { folder, name }: OwnOptions): ServerLead {
  const full = resolve(folder, path);
  if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`Expected dir:<path> to name a folder; got ${path}.`);
  }
  const own = ownName(name ?? packageName(full) ?? basename(realpathSync(full)));
  return ownLead({ identity: serverIdentity('private', own), kind: 'folder', path: full });
}

/** The name that a package.json or a pyproject.toml gives. */
function packageName(folder: string): string | undefined {
  const manifest = readObject(join(folder, 'package.json'), JSON.parse);
  const { project } = manifest ? {} : (readObject(join(folder, 'pyproject.toml'), parse) ?? {});
  const name = manifest?.name ?? (isJsonObject(project) ? project.name : undefined);
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}

function readObject(file: string, read: (text: string) => unknown) {
  try {
    const value = read(readFileSync(file, 'utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A command line of the user's own; one that only starts a package installs it first. Throws UsageError. */
export function commandLead(text: string, { folder, name }: OwnOptions): ServerLead {
  const [command, ...words] = splitWords(text);
  const launched = readLauncher(command, words);
  if (launched.kind === 'not-supported')
    throw new UsageError(`Expected --command to be one that can be run: ${launched.reason}.`);
  const isPackage = launched.kind === 'package';
  const identity = serverIdentity('private', ownName(name ?? (isPackage ? launched.target.name : basename(folder))));
  const values = { arguments: isPackage ? launched.rest : words, environment: {} };
  return ownLead(
    isPackage
      ? { identity, kind: 'package', target: launched.target, values }
      : { identity, kind: 'command', command, folder, values },
  );
}

/** A remote server that is asked with the user's own headers: what it lists for them is theirs. Throws UsageError. */
export function headerLead(
  reference: string,
  headers: Readonly<Record<string, string>>,
  { name, allowLocal }: { name: string | null; allowLocal: boolean },
): ServerLead {
  const address = parseRemoteUrl(reference, { allowLocal });
  const { host, pathname } = new URL(address);
  const own = ownName(name ?? `${host}${pathname.replace(/\/$/, '')}`);
  return ownLead({ identity: serverIdentity('private', own), kind: 'remote', address, headers });
}

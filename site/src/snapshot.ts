import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CatalogueIndexEntry,
  CatalogueServer,
  CatalogueTool,
  UnresolvedReference,
} from '../../domain/catalogue.ts';
import { LocalFaultError } from '../../domain/errors.ts';
import { isPublic } from '../../domain/server.ts';
import { indexFile, serverFile, unresolvedFile } from './snapshot-files.ts';
import type { AddressedServer } from './urls.ts';

/** The whole index, in the order in which servers are listed. Read once per build. */
export const readIndex = once(() => readJson<CatalogueIndexEntry[]>(indexFile));
export const readUnresolved = once(() => readJson<UnresolvedReference[]>(unresolvedFile));

/** Whether there is anything in it that is not for everybody. */
export const holdsPrivate = once(() => readIndex().some(({ identity }) => !isPublic(identity.source)));

let lastRead: { file: string; server: CatalogueServer } | undefined;

/** One server with its tools. The last one is kept: its pages are built one after the other. */
export function readServer(server: AddressedServer): CatalogueServer {
  const file = serverFile(server);
  if (lastRead?.file !== file) lastRead = { file, server: readJson<CatalogueServer>(file) };
  return lastRead.server;
}

export function readTool(server: AddressedServer, slug: string): { server: CatalogueServer; tool: CatalogueTool } {
  const found = readServer(server);
  const tool = found.tools.find((candidate) => candidate.slug === slug);
  if (!tool)
    throw new LocalFaultError(`The snapshot's index names ${slug} of ${server.identity.id}, its file does not`);
  return { server: found, tool };
}

function readJson<Value>(file: string): Value {
  const folder = process.env.ASSAY_SNAPSHOT;
  if (!folder) throw new LocalFaultError('Expected ASSAY_SNAPSHOT to name a snapshot folder; build through buildSite');
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

function once<Value>(read: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { CatalogueIndexEntry, CatalogueServer, UnresolvedReference } from '../../domain/catalogue.ts';
import { LocalFaultError } from '../../domain/errors.ts';
import { isPublic } from '../../domain/server.ts';
import { declaresHints } from '../src/compare-hints.ts';
import { indexFile, metaFile, type SnapshotMeta, serverFile, unresolvedFile } from '../src/snapshot-files.ts';
import { replaceFolder } from './replace-folder.ts';

/**
 * Writes the catalogue as files: an index, one file for each server, the references that never resolved, and the
 * digest. Servers that are not public are left out unless `includePrivate` is set. The folder appears whole or not at all; a former snapshot is replaced.
 * Throws LocalFaultError where two servers or two tools of one server have the same address.
 */
export async function writeSnapshot(
  servers: AsyncIterable<CatalogueServer>,
  unresolved: readonly UnresolvedReference[],
  folder: string,
  { includePrivate = false }: { includePrivate?: boolean | undefined } = {},
): Promise<SnapshotMeta> {
  const target = resolve(folder);
  const draft = `${target}.new-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  try {
    const meta = await writeFiles(includePrivate ? servers : publicOnly(servers), unresolved, draft);
    await replaceFolder(draft, target);
    return meta;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function* publicOnly(servers: AsyncIterable<CatalogueServer>): AsyncGenerator<CatalogueServer> {
  for await (const server of servers) if (isPublic(server.identity.source)) yield server;
}

async function writeFiles(
  servers: AsyncIterable<CatalogueServer>,
  unresolved: readonly UnresolvedReference[],
  draft: string,
): Promise<SnapshotMeta> {
  const index: CatalogueIndexEntry[] = [];
  const digests = new Map<string, string>();
  const write = async (file: string, value: unknown) => {
    const text = JSON.stringify(value);
    const path = join(draft, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    digests.set(file.toLowerCase(), createHash('sha256').update(text).digest('hex'));
  };
  for await (const server of servers) {
    const file = serverFile(server);
    assertAddresses(server, digests.has(file.toLowerCase()));
    await write(file, server);
    index.push(indexEntry(server));
  }
  index.sort((a, b) => (a.identity.id < b.identity.id ? -1 : 1));
  await write(indexFile, index);
  await write(unresolvedFile, unresolved);
  const meta = {
    servers: index.length,
    tools: index.reduce((sum, entry) => sum + entry.tools.length, 0),
    digest: digestOf(digests),
  };
  await write(metaFile, meta);
  return meta;
}

function assertAddresses(server: CatalogueServer, taken: boolean): void {
  const slugs = server.tools.map((tool) => tool.slug.toLowerCase());
  const wrong = [...server.slug.split('/'), ...slugs].find(
    (segment) => !/^@?[\w.~-]+$/.test(segment) || /^\.+$/.test(segment),
  );
  if (wrong !== undefined) throw new LocalFaultError(`${JSON.stringify(wrong)} of ${server.identity.id} is no address`);
  if (taken) throw new LocalFaultError(`Two servers have the address ${server.identity.source}/${server.slug}`);
  if (new Set(slugs).size < slugs.length)
    throw new LocalFaultError(`Two tools of ${server.identity.id} have one address`);
}

function indexEntry({ identity, slug, crawl, tools }: CatalogueServer): CatalogueIndexEntry {
  const entries = tools.map(({ name, slug, definition, classification }) => {
    const { category, risk, destructive, financial, contradictions } = classification;
    const severities = contradictions.map(({ severity }) => severity);
    return {
      name,
      slug,
      category,
      risk,
      destructive,
      financial,
      declaresHints: declaresHints(definition),
      contradiction: severities.includes('dangerous') ? ('dangerous' as const) : (severities[0] ?? null),
    };
  });
  return { identity, slug, crawl, tools: entries };
}

function digestOf(digests: ReadonlyMap<string, string>): string {
  const lines = [...digests].map(([file, digest]) => `${digest} ${file}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

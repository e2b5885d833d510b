import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReleaseFacts } from '../../domain/server.ts';
import { readLock } from './check-lock.ts';
import type { RegistryRecord } from './registry-record.ts';

const file = 'assay-release.json';
const maxNames = 50;
const maxFiles = 20_000;

const factsSchema: z.ZodType<ReleaseFacts> = z.object({
  published: z.string().nullable(),
  unpackedSize: z.number().nullable(),
  dependencies: z.number().nullable(),
  installScripts: z.array(z.string()).nullable(),
  provenance: z.boolean().nullable(),
  mcpName: z.string().nullable(),
});

/** Writes beside a new installation what is known of the release, so that no later crawl has to ask for it. */
export async function writeReleaseFacts(folder: string, name: string, record: RegistryRecord): Promise<void> {
  const root = join(folder, 'node_modules', name);
  // The lock inside names what was unpacked; the one beside it also what other platforms would get.
  const { packages } = readLock(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  const scripted = installed.filter(([, entry]) => entry.hasInstallScript).map(([path]) => nameOf(path));
  const facts: ReleaseFacts = {
    published: record.published?.toISOString() ?? null,
    unpackedSize: record.unpackedSize ?? (await measure(root)),
    dependencies: Math.max(0, installed.length - 1),
    installScripts: [...new Set(scripted)].sort().slice(0, maxNames),
    provenance: record.provenance,
    mcpName: await readMcpName(root),
  };
  await writeFile(join(folder, file), JSON.stringify(facts));
}

/** What was written then; undefined for an installation without it. */
export async function readReleaseFacts(folder: string): Promise<ReleaseFacts | undefined> {
  try {
    return factsSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
  } catch {
    return undefined;
  }
}

/** A name of the MCP registry, such as `io.github.someone/server`; null for anything else. */
export function registryName(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z0-9.-]{1,200}\/[A-Za-z0-9._-]{1,200}$/.test(value) ? value : null;
}

function nameOf(path: string): string {
  return path.split('node_modules/').at(-1) as string;
}

async function readMcpName(root: string): Promise<string | null> {
  try {
    return registryName(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).mcpName);
  } catch {
    return null;
  }
}

/** Bytes of the package's own files, without those of packages inside; null where they are too many to count. */
async function measure(root: string): Promise<number | null> {
  let files = 0;
  let bytes = 0;
  const folders = [root];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules') folders.push(path);
      if (!entry.isFile()) continue;
      files += 1;
      if (files > maxFiles) return null;
      bytes += (await stat(path)).size;
    }
  }
  return bytes;
}

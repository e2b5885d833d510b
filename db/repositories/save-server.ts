import { and, eq, ne, sql } from 'drizzle-orm';
import type { PackageFacts, ServerIdentity } from '../../domain/server.ts';
import { serverSlug } from '../../domain/slug.ts';
import type { Orm } from '../database.ts';
import { crawls } from '../schema/crawls.ts';
import { instructionVersions, servers, serverVersions } from '../schema/servers.ts';
import { selectNewestListings } from './newest-listing.ts';

/** One server's new addresses are given one transaction at a time. Any number will do. */
const slugLock = 20_640_732;

/**
 * Stores a server, new or known, and holds its row until the transaction ends, so that crawls of it follow each other.
 * Until it is first listed, how the package writes its own name may not be known: name and address follow till then.
 */
export async function saveServer(orm: Orm, server: ServerIdentity, facts: PackageFacts, at: string): Promise<void> {
  if (await isSettled(orm, server)) {
    const learned = Object.values(facts).some((fact) => fact !== null);
    const changes = { ...seen(servers, at), ...(learned ? { facts } : {}) };
    await orm.update(servers).set(changes).where(eq(servers.id, server.id));
    return;
  }
  await orm.execute(sql`select pg_advisory_xact_lock(${slugLock})`);
  const named = { name: server.name, slug: await freeSlug(orm, server) };
  await orm
    .insert(servers)
    .values({ ...server, ...named, facts, firstSeen: at, lastSeen: at })
    .onConflictDoUpdate({ target: servers.id, set: { ...named, facts, ...seen(servers, at) } });
}

/** Stores a version of a server and returns its row's id. */
export async function saveServerVersion(
  orm: Orm,
  serverId: string,
  version: string | null,
  at: string,
): Promise<number | null> {
  const [row] = await orm
    .insert(serverVersions)
    .values({ serverId, version, firstSeen: at, lastSeen: at })
    .onConflictDoUpdate({ target: [serverVersions.serverId, serverVersions.version], set: seen(serverVersions, at) })
    .returning({ id: serverVersions.id });
  return row?.id ?? null;
}

/** Stores what a server tells every client and returns its row's id; null where it tells nothing. */
export async function saveInstructions(
  orm: Orm,
  serverId: string,
  version: { hash: string; text: string } | null,
  at: string,
): Promise<number | null> {
  if (!version) return null;
  const [row] = await orm
    .insert(instructionVersions)
    .values({ serverId, ...version, firstSeen: at, lastSeen: at })
    .onConflictDoUpdate({
      target: [instructionVersions.serverId, instructionVersions.hash],
      set: seen(instructionVersions, at),
    })
    .returning({ id: instructionVersions.id });
  return row?.id ?? null;
}

/** Crawls may be recorded in another order than they began. */
function seen(table: typeof servers | typeof serverVersions | typeof instructionVersions, at: string) {
  return {
    firstSeen: sql`least(${table.firstSeen}, ${at}::timestamptz)`,
    lastSeen: sql`greatest(${table.lastSeen}, ${at}::timestamptz)`,
  };
}

async function isSettled(orm: Orm, server: ServerIdentity): Promise<boolean> {
  const [row] = await orm.select({ name: servers.name }).from(servers).where(eq(servers.id, server.id)).for('update');
  if (!row || row.name === server.name) return row !== undefined;
  const [newest] = await selectNewestListings(orm, eq(crawls.serverId, server.id));
  return newest !== undefined;
}

async function freeSlug(orm: Orm, server: ServerIdentity): Promise<string> {
  const taken = new Set<string>();
  for (;;) {
    const slug = serverSlug(server, taken);
    const twins = and(
      eq(servers.source, server.source),
      eq(sql`lower(${servers.slug})`, slug.toLowerCase()),
      ne(servers.id, server.id),
    );
    const [twin] = await orm.select({ slug: servers.slug }).from(servers).where(twins);
    if (!twin) return slug;
    taken.add(twin.slug.toLowerCase());
  }
}

import { join } from 'node:path';
import type { AddressedServer } from './urls.ts';

/** Where a snapshot keeps what, relative to its folder. */
export const indexFile = 'index.json';
export const unresolvedFile = 'unresolved.json';
export const metaFile = 'meta.json';

export interface SnapshotMeta {
  servers: number;
  tools: number;
  /** SHA-256, in hex, over everything in the snapshot: equal digests give equal sites. */
  digest: string;
}

export const serverFile = (server: AddressedServer) =>
  join('servers', server.identity.source, ...server.slug.split('/')).concat('.json');

import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';
import type { PackageFacts, ServerIdentity } from '../../domain/server.ts';
import type { ClientContext } from '../install/npm-client.ts';

/** What a reference names, read from its text alone. `version` is null where the newest is wanted. */
export type Target =
  | { source: 'npm'; name: string; version: string | null }
  | { source: 'pypi'; name: string; version: string | null }
  | { source: 'remote'; name: string }
  | { source: 'private' | 'supplied'; name: string };

export interface ParseOptions {
  /** Whether `http://` addresses of this machine are accepted. */
  allowLocal: boolean;
  /** What lists say of servers, by reference. A reference to an own server means something only here. */
  leads?: ReadonlyMap<string, { own?: { identity: ServerIdentity } | undefined }> | undefined;
}

export interface SourceContext extends ClientContext, ParseOptions {
  /** Where a client may be started: a folder of ours, without settings of a stranger's. */
  folder: string;
  /** Whether the registry is asked even about an exact version. */
  refresh?: boolean | undefined;
}

/** A server that exists, in one exact version; remotes have none. */
export interface ResolvedServer {
  identity: ServerIdentity;
  version: string | null;
  facts: PackageFacts;
}

export type Resolution =
  | ({ kind: 'resolved' } & ResolvedServer)
  | { kind: 'failed'; identity: ServerIdentity | null; outcome: CrawlOutcome; reason: string };

export const unknownFacts: PackageFacts = {
  title: null,
  description: null,
  license: null,
  repository: null,
  homepage: null,
};

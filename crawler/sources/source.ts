import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';
import type { PackageFacts, ServerIdentity } from '../../domain/server.ts';
import type { ClientContext } from '../install/npm-client.ts';

/** What a reference names, read from its text alone. `version` is null where the newest is wanted. */
export type Target =
  | { source: 'npm'; name: string; version: string | null }
  | { source: 'pypi'; name: string; version: string | null }
  | { source: 'remote'; name: string };

export interface ParseOptions {
  /** Whether `http://` addresses of this machine are accepted. */
  allowLocal: boolean;
}

export interface SourceContext extends ClientContext, ParseOptions {
  /** Where a client may be started: a folder of ours, without settings of a stranger's. */
  folder: string;
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

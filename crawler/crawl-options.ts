import type { ServerIdentity } from '../domain/server.ts';
import type { CrawlLimits } from './limits.ts';
import type { ServerLead } from './sources/server-lead.ts';

/** What a crawl is doing just now, for a progress display. */
export interface CrawlEvent {
  reference: string;
  step: 'resolving' | 'installing' | 'starting' | 'listing' | 'done';
  /** A few words, for example the rung of the ladder or the outcome. */
  detail: string;
}

export interface CrawlOptions {
  /** Where installed packages are kept between crawls. */
  dataDir: string;
  /** The user's own environment: for npm, pip and uv only, never for a server. */
  environment: Readonly<Record<string, string | undefined>>;
  limits: CrawlLimits;
  /** Whether addresses of this machine may be crawled. */
  allowLocal: boolean;
  /** Whether servers may run with all the user's rights where no sandbox works. */
  allowNoSandbox: boolean;
  /** What lists say of how servers are started, and the user's own servers, by reference. */
  leads?: ReadonlyMap<string, ServerLead> | undefined;
  /** Whether registries are asked even about an exact version. */
  refresh?: boolean | undefined;
  signal?: AbortSignal | undefined;
  onEvent?: ((event: CrawlEvent) => void) | undefined;
  /** Asked once the exact version is known; true ends the crawl as `unchanged`. Remotes without a version never ask. */
  reuse?: ((identity: ServerIdentity, version: string) => Promise<boolean>) | undefined;
}

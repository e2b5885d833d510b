import type { PackageFacts, ServerIdentity } from './server.ts';
import type { ToolDefinition } from './tool.ts';

/** How an attempt to list a server ended. Only the first two yield tools. */
export const outcomes = [
  'listed',
  'listed-partly',
  'needs-environment',
  'needs-arguments',
  'needs-file',
  'auth-required',
  'network-at-start',
  'not-found',
  'unreachable',
  'install-failed',
  'needs-build',
  'dependency-missing',
  'dependency-drift',
  'native-build-missing',
  'broken',
  'http-only',
  'timed-out',
  'too-large',
  'protocol-error',
  'refused',
  'no-sandbox',
  'interrupted',
] as const;
export type CrawlOutcome = (typeof outcomes)[number];

export function isListed(outcome: CrawlOutcome): boolean {
  return outcome === 'listed' || outcome === 'listed-partly';
}

export const sandboxNames = ['bubblewrap', 'unshare', 'none'] as const;
export type SandboxName = (typeof sandboxNames)[number];

/** One try of the launch ladder. */
export interface LaunchAttempt {
  /** The ladder's rung, for example `nothing` or `environment-from-error`. */
  rung: string;
  outcome: CrawlOutcome;
  reason: string;
}

/** What was given to the server so that it started. Values are placeholders, never a person's own. */
export interface LaunchRecipe {
  rung: string;
  arguments: string[];
  /** Names of the variables that were set, without their values. */
  environmentNames: string[];
  /** Files with made-up content in its home, if there were any: paths relative to it. */
  homeFiles?: string[];
}

/** A tool of the list that was left out, and why. */
export interface RejectedTool {
  /** Null where not even the name could be read. */
  name: string | null;
  reason: string;
}

/** A tool that a server listed differently when it was asked again in the same session. */
export interface ToolVariation {
  name: string;
  /**
   * Hash of the definition with the differing dates, numbers, UUIDs and ports masked; equal for all of its lists. Null
   * where something else differs: then no two lists are known to mean the same.
   */
  maskedHash: string | null;
}

/** What else was seen while a server was listed. Null means "not known". */
export interface ListingObservations {
  /** Tools that a second list in the same session showed otherwise; empty for a list that stays the same. */
  variations: ToolVariation[] | null;
  /** How many resources and prompts it lists; 0 where it says that it has none. */
  resources: number | null;
  prompts: number | null;
  /** How long the server lets its list be kept, in milliseconds, at most 24 hours. Only newer protocols say. */
  ttlMs: number | null;
  cacheScope: 'public' | 'private' | null;
  /** Protocol versions in which it was asked and answered. */
  protocolVersions: string[];
  /** Names of hosts that its own words say it tried to reach while it started; the sandbox has no network. */
  triedHosts: string[] | null;
}

/** What a server answered when it was asked for its tools. */
export interface Listing {
  /** `file`: a list that was handed in. */
  transport: 'stdio' | 'streamable-http' | 'sse' | 'file';
  /** Protocol version of the MCP specification that was negotiated, for example `2025-11-25`. */
  protocolVersion: string;
  /** As the server reports itself; may differ from the package. */
  serverInfo: { name: string; version: string; title: string | null };
  instructions: string | null;
  tools: ToolDefinition[];
  rejected: RejectedTool[];
  /** Absent where nobody observed it, as with a list that somebody handed in. */
  observed?: ListingObservations;
}

/** Everything that one crawl of one reference found out. A server that misbehaves is a result, never an exception. */
export interface CrawlResult {
  /** As the user or the default set named it. */
  reference: string;
  /** Null where the reference did not resolve to a server. */
  server: ServerIdentity | null;
  /** The exact version; null for remotes without one and where it was not resolved. */
  version: string | null;
  outcome: CrawlOutcome;
  /** One sentence. For `listed`, how. */
  reason: string;
  /** The end of the server's stderr, redacted and capped; empty where there is none. */
  stderrTail: string;
  attempts: LaunchAttempt[];
  recipe: LaunchRecipe | null;
  sandbox: SandboxName | null;
  /** For example `Node 24.21.0` or `Python 3.11.2`; null for remotes. */
  runtime: string | null;
  /** Present exactly when `isListed(outcome)`. */
  listing: Listing | null;
  facts: PackageFacts;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** Wall clock of the whole crawl, install included. */
  seconds: number;
}

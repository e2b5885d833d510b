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
}

/** A tool of the list that was left out, and why. */
export interface RejectedTool {
  /** Null where not even the name could be read. */
  name: string | null;
  reason: string;
}

/** What a server answered when it was asked for its tools. */
export interface Listing {
  transport: 'stdio' | 'streamable-http' | 'sse';
  /** Protocol version of the MCP specification that was negotiated, for example `2025-11-25`. */
  protocolVersion: string;
  /** As the server reports itself; may differ from the package. */
  serverInfo: { name: string; version: string; title: string | null };
  instructions: string | null;
  tools: ToolDefinition[];
  rejected: RejectedTool[];
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

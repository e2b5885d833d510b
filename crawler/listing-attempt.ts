import type { Listing } from '../domain/crawl-outcome.ts';
import type { ToolDefinition } from '../domain/tool.ts';

/** What came of asking one server for its tools. Exactly one of `listing` and `failure` is set. */
export interface ListingAttempt {
  listing: Listing | null;
  failure: ListingFailure | null;
  /** One sentence: how it was listed, or why not. */
  reason: string;
  /** Why the list may lack tools: what ended the paging before its end. Null for a complete list. */
  partial: string | null;
  /** The tools as the same session listed them once more; null where it did not, or not wholly. */
  again: ToolDefinition[] | null;
  /** The end of the server's stderr, capped, not redacted. Empty for remotes. */
  stderr: string;
  /** Null for remotes and for a server that did not end by itself before the list. */
  exitCode: number | null;
  seconds: number;
}

/** `http-only`: a process that never answered on stdin but said that it listens on a port. */
export type ListingFailure =
  | 'exited'
  | 'timed-out'
  | 'too-large'
  | 'protocol-error'
  | 'http-only'
  | 'auth-required'
  | 'unreachable'
  | 'not-found'
  | 'refused'
  | 'interrupted';

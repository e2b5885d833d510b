import type { Readable, Writable } from 'node:stream';
import type { SandboxName } from '../../domain/crawl-outcome.ts';
import type { CrawlLimits } from '../limits.ts';

/** A folder or file of the host that the sandboxed process sees, read-only, under a neutral path. */
export interface SandboxMount {
  source: string;
  target: string;
}

export interface SandboxRequest {
  /** Absolute, as seen inside. */
  command: string;
  arguments: readonly string[];
  /** The whole environment: nothing of ours is inherited. HOME, PATH, LANG and TMPDIR are set by the sandbox if absent. */
  environment: Readonly<Record<string, string>>;
  mounts: readonly SandboxMount[];
  /** Files to create in the empty home before the start, path relative to it → content. */
  homeFiles: Readonly<Record<string, string>>;
  limits: CrawlLimits;
}

export interface SandboxedProcess {
  stdin: Writable;
  stdout: Readable;
  stderr: Readable;
  /** Settles, never rejects, when the whole tree has ended. `limit` names the bound that ended it, if one did. */
  ended: Promise<{ code: number | null; signal: string | null; limit: 'memory' | 'processes' | null }>;
  /** Closes stdin, waits 2 s, then SIGTERM, then SIGKILL, for the whole tree. Resolves when nothing of it lives. */
  stop(): Promise<void>;
  /** SIGKILL for the whole tree, at once. Resolves when nothing of it lives. */
  kill(): Promise<void>;
}

/** A way to run a stranger's program with a minimal root, no network and an empty home. */
export interface Sandbox {
  name: SandboxName;
  start(request: SandboxRequest): Promise<SandboxedProcess>;
}

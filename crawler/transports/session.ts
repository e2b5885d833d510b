import type { Listing } from '../../domain/crawl-outcome.ts';

/** A standing connection to a server, whatever the protocol's era and transport. */
export interface Session {
  transport: Listing['transport'];
  protocolVersion: string;
  serverInfo: Listing['serverInfo'];
  instructions: string | null;
  /** Whether the server says that it has tools at all. */
  offersTools: boolean;
  /** The result of one tools/list request exactly as it came, unchecked. Throws SessionError. */
  listPage(cursor: string | undefined, options: RequestOptions): Promise<unknown>;
  /** Whether the server says that it has these. */
  offers: Readonly<Record<CountedKind, boolean>>;
  /** As `listPage`, of another list. */
  listOther(kind: CountedKind, cursor: string | undefined, options: RequestOptions): Promise<unknown>;
  close(): Promise<void>;
}

export interface RequestOptions {
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** What a server may list beside tools, of which only the number is kept. */
export const countedKinds = ['resources', 'prompts'] as const;
export type CountedKind = (typeof countedKinds)[number];

/** Why a session did not come to stand or did not go on. */
export class SessionError extends Error {
  override name = 'SessionError';
  readonly kind: SessionFailure;
  /** The HTTP status, where one was the reason. */
  readonly status: number | null;
  constructor(kind: SessionFailure, message: string, options?: ErrorOptions & { status?: number }) {
    super(message, options);
    this.kind = kind;
    this.status = options?.status ?? null;
  }
}

/** `error-response`: the server answered a request with a JSON-RPC error. */
export type SessionFailure =
  | 'timed-out'
  | 'closed'
  | 'error-response'
  | 'invalid'
  | 'interrupted'
  | 'auth-required'
  | 'unreachable'
  | 'not-found'
  | 'refused'
  | 'too-large';

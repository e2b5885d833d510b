import type { ServerIdentity } from '../../domain/server.ts';
import type { LaunchHints } from '../launch/launch-hints.ts';
import type { Target } from './source.ts';

/** A server that a list names: a registry, a client's configuration or the user. */
export interface ServerLead {
  /** Names it in progress and results. For an own server its id, so that no path of the user's is kept. */
  reference: string;
  hints?: LaunchHints | undefined;
  own?: OwnServer | undefined;
}

/** Something that no public list holds. It stands under its own name and never under a package's. */
export type OwnServer = { identity: ServerIdentity } & (
  | { kind: 'package'; target: Target & { source: 'npm' | 'pypi' }; values: OwnValues }
  | { kind: 'folder'; path: string }
  | { kind: 'command'; command: string; folder: string; values: OwnValues }
  | { kind: 'remote'; address: string; headers: Readonly<Record<string, string>> }
  | { kind: 'tools'; tools: readonly unknown[] }
);

/** What the user gives the server. No value of it may be stored, logged or shown. */
export interface OwnValues {
  arguments: readonly string[];
  environment: Readonly<Record<string, string>>;
}

/** A lead to an own server under this name, as an address can hold it. */
export function ownLead(own: OwnServer): ServerLead {
  return { reference: own.identity.id, own };
}

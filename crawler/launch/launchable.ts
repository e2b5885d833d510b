import type { PackageFacts } from '../../domain/server.ts';
import type { SandboxMount } from '../sandbox/sandbox.ts';

/** Where the sandbox shows things. No path of the host is seen by a server. */
export const inside = { package: '/opt/package', node: '/opt/node', python: '/opt/python' } as const;

/** An installed package as the sandbox can start it. */
export interface Launchable {
  /** Absolute, as seen inside. */
  command: string;
  /** What precedes the server's own arguments. */
  arguments: readonly string[];
  environment: Readonly<Record<string, string>>;
  mounts: readonly SandboxMount[];
  /** For example `Node 24.21.0`. */
  runtime: string;
  facts: PackageFacts;
  /** Name of the package as it writes itself. */
  name: string;
  /** Name of the program that is started. */
  program: string;
  /** A stranger's text, empty where there is none. */
  readme: string;
}

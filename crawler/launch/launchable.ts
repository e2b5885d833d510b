import type { PackageFacts } from '../../domain/server.ts';
import type { SandboxMount } from '../sandbox/sandbox.ts';
import type { LaunchHints } from './launch-hints.ts';
import type { Placeholder } from './placeholder.ts';
import type { Recipe } from './recipe.ts';

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
  /** What files of the package say of its start. */
  configs?: readonly LaunchHints[];
  recipe?: Recipe | undefined;
  /** Whether it was installed just now: then this version is seen for the first time. */
  isNew?: boolean;
  /** The range of Node that an npm package asks for. */
  engines?: string | undefined;
  /** Values of the user's own among the arguments and the environment; hidden in what comes back. */
  ownValues?: readonly Placeholder[];
}

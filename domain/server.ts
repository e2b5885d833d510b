/**
 * Where a server comes from. A stdio server from a package source is started here; a remote one is only spoken to.
 * `private` is a person's own server, or one that was asked with a person's own values; `supplied` is a list that
 * somebody handed in. Both stand under a name of their own, never under a package's or an address's.
 */
export const sources = ['npm', 'pypi', 'remote', 'private', 'supplied'] as const;
export type Source = (typeof sources)[number];

/** Whether what came from this source may be shown to everybody. */
export function isPublic(source: Source): boolean {
  return source !== 'private' && source !== 'supplied';
}

/**
 * One server. `id` is `<source>:<canonical name>` and tells servers apart: the npm name, the PEP 503 name, the
 * normalised URL. `name` is how the package writes itself, for people and addresses.
 */
export interface ServerIdentity {
  id: string;
  source: Source;
  name: string;
}

export function serverIdentity(source: Source, name: string): ServerIdentity {
  return { id: `${source}:${source === 'pypi' ? normalisePypiName(name) : name}`, source, name };
}

/** The source of a server by its id; what is of no known source counts as private. */
export function sourceOf(id: string): Source {
  const prefix = id.slice(0, id.indexOf(':'));
  return sources.find((source) => source === prefix) ?? 'private';
}

/** The name under which PEP 503 compares Python projects: lower case, runs of `-`, `_` and `.` as one `-`. */
export function normalisePypiName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** What a package's own registry entry or manifest says of it. Absent facts are null and shown as "not known". */
export interface PackageFacts {
  title: string | null;
  description: string | null;
  license: string | null;
  repository: string | null;
  homepage: string | null;
  /** Absent where nothing was installed. */
  release?: ReleaseFacts | undefined;
}

/** What is known of the one version that was installed. Null means "not known". */
export interface ReleaseFacts {
  /** ISO 8601, UTC. Registries may be wrong about it. */
  published: string | null;
  /** Bytes of the package alone, without its dependencies. */
  unpackedSize: number | null;
  /** How many packages were installed for it, those of its dependencies included. */
  dependencies: number | null;
  /** Names of those that would run a script at their installation, the package itself among them. None ran. */
  installScripts: string[] | null;
  /** Whether the registry holds an attestation of where and from what it was built. */
  provenance: boolean | null;
  /** The name by which the package says it stands in the official MCP registry. */
  mcpName: string | null;
}

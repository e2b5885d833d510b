/** Where a server comes from. A stdio server from a package source is started here; a remote one is only spoken to. */
export const sources = ['npm', 'pypi', 'remote'] as const;
export type Source = (typeof sources)[number];

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
}

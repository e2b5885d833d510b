/** Where a server comes from. A stdio server from a package source is started here; a remote one is only spoken to. */
export const sources = ['npm', 'pypi', 'remote'] as const;
export type Source = (typeof sources)[number];

/** One server. `id` is `<source>:<name>`; `name` is canonical: the npm name, the PEP 503 name, the normalised URL. */
export interface ServerIdentity {
  id: string;
  source: Source;
  name: string;
}

export function serverIdentity(source: Source, name: string): ServerIdentity {
  return { id: `${source}:${name}`, source, name };
}

/** What a package's own registry entry or manifest says of it. Absent facts are null and shown as "not known". */
export interface PackageFacts {
  title: string | null;
  description: string | null;
  license: string | null;
  repository: string | null;
  homepage: string | null;
}

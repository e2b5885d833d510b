import { createHash } from 'node:crypto';
import type { ServerIdentity } from './server.ts';

/** A leading dot hides a file from many web servers; a trailing one is lost on Windows. */
const plain = /^[A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;
/** Names of the files that stand beside or inside a page's folder, and names that Windows keeps for devices. */
const reserved = /^(index|policy|404|con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** A folder that looks like a file is served as one by many web servers. */
const fileLike = /\.(html?|json|md|xml|txt|gz|br)$/i;

/**
 * The path segment of a name: the name itself where an address can hold it, else what is left of it with `~` and
 * hex digits of its SHA-256, 8 or as many more as it takes. `taken` holds the segments, in lower case, that other
 * names already have: two names that differ only by case would fall together on many disks.
 */
export function slug(name: string, taken: ReadonlySet<string> = new Set()): string {
  const fits = plain.test(name) && !reserved.test(name) && !fileLike.test(name);
  if (fits && !taken.has(name.toLowerCase())) return name;
  const rest = name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  const digest = createHash('sha256').update(Buffer.from(name, 'utf16le')).digest('hex');
  const candidates = [8, 16, 32, 64].map((length) => `${rest}~${digest.slice(0, length)}`);
  return candidates.find((candidate) => !taken.has(candidate.toLowerCase())) ?? candidates[3] ?? rest;
}

/**
 * The path of a server under its source: `@scope/name` keeps its slash, everything else is one segment. No one-segment
 * path holds an `@`, so the pages of an unscoped server's tools never meet those of a scoped one.
 */
export function serverSlug(server: ServerIdentity, taken: ReadonlySet<string> = new Set()): string {
  const scoped = /^@([^/]+)\/([^/]+)$/.exec(server.name);
  if (server.source !== 'npm' || !scoped?.[1] || !scoped[2]) return slug(server.name, taken);
  const scope = `@${slug(scoped[1])}/`;
  const inScope = [...taken].filter((path) => path.startsWith(scope.toLowerCase()));
  return scope + slug(scoped[2], new Set(inScope.map((path) => path.slice(scope.length))));
}

import { createHash } from 'node:crypto';
import type { ServerIdentity } from './server.ts';

const plain = /^[A-Za-z0-9._-]{1,100}$/;
const dots = /^\.+$/;

/**
 * The path segment of a name: the name itself where an address can hold it, else what is left of it with `~` and
 * 8 hex digits of its SHA-256. `taken` holds the segments, in lower case, that other names already have: two names
 * that differ only by case would fall together on many disks.
 */
export function slug(name: string, taken: ReadonlySet<string> = new Set()): string {
  if (plain.test(name) && !dots.test(name) && !taken.has(name.toLowerCase())) return name;
  const rest = name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  const digest = createHash('sha256').update(Buffer.from(name, 'utf16le')).digest('hex').slice(0, 8);
  return `${rest}~${digest}`;
}

/** The path of a server under its source: `@scope/name` keeps its slash, everything else is one segment. */
export function serverSlug(server: ServerIdentity): string {
  const scoped = /^(@[^/]+)\/([^/]+)$/.exec(server.name);
  if (server.source !== 'npm' || !scoped?.[1] || !scoped[2]) return slug(server.name);
  return `@${slug(scoped[1].slice(1))}/${slug(scoped[2])}`;
}

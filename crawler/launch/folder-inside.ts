import { type Stats, statSync } from 'node:fs';

/** A folder of the person's is not shown to a server: an empty one stands in its place. Every other text stays. */
export function folderInside(text: string): string {
  return text.startsWith('/') && statPath(text)?.isDirectory() ? '/tmp' : text;
}

/** What lies at a path; undefined for a text that is none, however long or odd. */
export function statPath(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

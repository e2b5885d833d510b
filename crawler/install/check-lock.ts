import { z } from 'zod';

const lockSchema = z.object({
  lockfileVersion: z.number().min(2),
  packages: z.record(
    z.string(),
    z
      .object({
        resolved: z.string().optional(),
        link: z.boolean().optional(),
        version: z.string().optional(),
        hasInstallScript: z.boolean().optional(),
      })
      .loose(),
  ),
});

/**
 * The names of packages that a lock takes from anywhere but a registry: git, a file, a folder or a URL. The lock has
 * to be written under `omit-lockfile-registry-resolved`: then only such packages carry a `resolved` address.
 * Throws when the text is no lock of npm 7 or newer.
 */
export function findForeignPackages(lockText: string): string[] {
  const { packages } = readLock(lockText);
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && (entry.resolved !== undefined || entry.link || !isInside(path)))
    .map(([path]) => path.split('node_modules/').at(-1) as string);
}

/** Throws when the text is no lock of npm 7 or newer. */
export function readLock(lockText: string): z.infer<typeof lockSchema> {
  return lockSchema.parse(JSON.parse(lockText));
}

/** A package folder of the installation itself: never a path that climbs out of it. */
function isInside(path: string): boolean {
  return path.startsWith('node_modules/') && !path.split('/').includes('..');
}

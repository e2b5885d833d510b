import { z } from 'zod';
import type { PackageFacts } from '../../domain/server.ts';

const text = z.string().optional().catch(undefined);
const repositorySchema = z.union([z.string(), z.object({ url: z.string() }).transform((each) => each.url)]);
const licenseSchema = z.union([z.string(), z.object({ type: z.string() }).transform((each) => each.type)]);

/** The fields of a package.json or a registry's record of it that are facts about the package. All are optional. */
export const npmFactsSchema = z.object({
  description: text,
  license: licenseSchema.optional().catch(undefined),
  repository: repositorySchema.optional().catch(undefined),
  homepage: text,
});

export function npmFacts(manifest: z.infer<typeof npmFactsSchema>): PackageFacts {
  return {
    title: null,
    description: fact(manifest.description, 1_000),
    license: fact(manifest.license, 100),
    repository: webAddress(manifest.repository),
    homepage: webAddress(manifest.homepage),
  };
}

/** A stranger's text as one line of bounded length; null where nothing is left. */
export function fact(value: string | null | undefined, maxLength: number): string | null {
  return value?.replace(/\s+/g, ' ').trim().slice(0, maxLength) || null;
}

/** The https or http address of a page; null for everything that a browser should not open. */
export function webAddress(value: string | null | undefined): string | null {
  if (!value || value.length > 500) return null;
  const shorthand = /^(?:github:)?([\w-]+\/[\w.-]+)$/.exec(value.trim())?.[1];
  const address = shorthand
    ? `https://github.com/${shorthand}`
    : value
        .trim()
        .replace(/^git\+/, '')
        .replace(/^(git|ssh):\/\/(git@)?/, 'https://')
        .replace(/^git@([^:/]+):/, 'https://$1/')
        .replace(/\.git$/, '');
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
}

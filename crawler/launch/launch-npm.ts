import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { z } from 'zod';
import type { ClientFailure } from '../install/read-npm-error.ts';
import { readReleaseFacts } from '../install/release-facts.ts';
import { npmFacts, npmFactsSchema } from '../sources/package-facts.ts';
import { chooseProgram } from './choose-program.ts';
import { inside, type Launchable } from './launchable.ts';
import { readPackageConfigs } from './package-configs.ts';
import { readRecipes } from './recipe.ts';
import { startScript } from './start-script.ts';

const manifestSchema = npmFactsSchema.extend({
  name: z.string().optional().catch(undefined),
  version: z.string().optional().catch(undefined),
  main: z.string().optional().catch(undefined),
  bin: z
    .union([z.string(), z.record(z.string(), z.string())])
    .optional()
    .catch(undefined),
  engines: z
    .object({ node: z.string().max(100) })
    .optional()
    .catch(undefined),
});

/** Reads from an installed npm package how its server is started. `folder` holds its node_modules. */
export async function launchNpm(folder: string, name: string): Promise<Launchable | { failure: ClientFailure }> {
  const root = join(await realpath(folder), 'node_modules', name);
  const manifest = await readManifest(root);
  if (!manifest) return broken('Its package.json cannot be read.');
  const short = basename(name);
  const bins = typeof manifest.bin === 'string' ? { [short]: manifest.bin } : (manifest.bin ?? {});
  const program = chooseProgram(Object.keys(bins), short);
  if (program === undefined) return broken('The package names no program to start.');

  const file = await realpath(join(root, bins[program] ?? '')).catch(() => null);
  if (file === null) return broken(`Its program ${program} is not in the package.`);
  if (!file.startsWith(`${root}/`)) return broken(`Its program ${program} lies outside the package.`);

  const script = join(inside.package, 'node_modules', name, relative(root, file));
  return {
    ...(await startScript(file, script, folder)),
    facts: { ...npmFacts(manifest), release: await readReleaseFacts(folder) },
    name,
    program,
    readme: await readReadme(root),
    configs: await readPackageConfigs(root, name),
    recipe: readRecipes().get(`npm:${name}`),
    engines: manifest.engines?.node,
  };
}

export async function readManifest(root: string): Promise<z.infer<typeof manifestSchema> | undefined> {
  try {
    return manifestSchema.safeParse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

export async function readReadme(root: string): Promise<string> {
  const names = await readdir(root).catch(() => []);
  const name = names.find((each) => /^readme(\.md|\.markdown|\.txt)?$/i.test(each));
  return name ? (await readFile(join(root, name), 'utf8').catch(() => '')).slice(0, 500_000) : '';
}

function broken(reason: string): { failure: ClientFailure } {
  return { failure: { outcome: 'broken', reason } };
}

import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { findPythonTools } from '../install/find-python.ts';
import type { ClientFailure } from '../install/read-npm-error.ts';
import { npmFacts } from '../sources/package-facts.ts';
import { type SourceContext, unknownFacts } from '../sources/source.ts';
import { chooseProgram } from './choose-program.ts';
import { parseEntryPoints } from './entry-points.ts';
import { readManifest, readReadme } from './launch-npm.ts';
import { interpreter, pythonFlags } from './launch-pypi.ts';
import { inside, type Launchable } from './launchable.ts';
import { startScript } from './start-script.ts';

export type FolderLaunch = (Launchable & { version: string | null }) | { failure: ClientFailure };

/**
 * Reads from an author's own folder how its server is started: an npm package with what it needs installed beside it,
 * or a Python project that needs nothing. Nothing is built or installed, and the folder is only read.
 */
export async function launchFolder(path: string, context: SourceContext): Promise<FolderLaunch> {
  const root = await realpath(path);
  const manifest = await readManifest(root);
  if (manifest) return launchNpmFolder(root, manifest);
  const project = await readProject(root);
  return project ? launchPythonFolder(root, project, context) : broken('It has no package.json or pyproject.toml.');
}

async function launchNpmFolder(
  root: string,
  manifest: NonNullable<Awaited<ReturnType<typeof readManifest>>>,
): Promise<FolderLaunch> {
  const name = manifest.name ?? basename(root);
  const short = basename(name);
  const bins = typeof manifest.bin === 'string' ? { [short]: manifest.bin } : (manifest.bin ?? {});
  const program = chooseProgram(Object.keys(bins), short);
  const named = program === undefined ? manifest.main : bins[program];
  if (named === undefined) return broken('Its package.json names no program: neither bin nor main.');
  const file = await realpath(join(root, named)).catch(() => null);
  if (file === null || !(await stat(file)).isFile()) {
    return { failure: { outcome: 'needs-build', reason: `Its package.json names ${named}, which is not there.` } };
  }
  if (!file.startsWith(`${root}/`)) return broken(`Its program ${named} lies outside the folder.`);

  const script = join(inside.package, relative(root, file));
  return {
    ...(await startScript(file, script, root)),
    facts: npmFacts(manifest),
    name,
    program: program ?? short,
    readme: await readReadme(root),
    version: manifest.version ?? null,
  };
}

const projectSchema = z.object({
  project: z.object({
    name: z.string(),
    version: z.string().nullable().catch(null).default(null),
    scripts: z.record(z.string(), z.string()).catch({}).default({}),
    dependencies: z.array(z.string()).catch([]).default([]),
  }),
});
type Project = z.infer<typeof projectSchema>['project'];

async function readProject(root: string): Promise<Project | undefined> {
  try {
    return projectSchema.safeParse(parse(await readFile(join(root, 'pyproject.toml'), 'utf8'))).data?.project;
  } catch {
    return undefined;
  }
}

async function launchPythonFolder(root: string, project: Project, context: SourceContext): Promise<FolderLaunch> {
  const needs = project.dependencies.slice(0, 5).map((each) => each.slice(0, 60));
  if (needs.length > 0) {
    const reason = `It needs ${needs.join(', ')}, and nothing is installed for a folder. Build a wheel and crawl that.`;
    return { failure: { outcome: 'needs-build', reason } };
  }
  const lines = Object.entries(project.scripts).map(([name, target]) => `${name} = ${target}`);
  const scripts = parseEntryPoints(['[console_scripts]', ...lines].join('\n'));
  const names = scripts.map(({ name }) => name);
  const script = scripts.find(({ name }) => name === chooseProgram(names, project.name));
  if (!script) return broken('Its pyproject.toml names no program under [project.scripts].');
  const [python] = (await findPythonTools(context.folder, context)).pythons;
  if (!python) return { failure: { outcome: 'install-failed', reason: 'Python 3.10 or newer was not found.' } };

  const hasSource = await stat(join(root, 'src')).catch(() => null);
  const source = hasSource?.isDirectory() ? join(root, 'src') : root;
  return {
    ...interpreter(python),
    arguments: [...pythonFlags, script.name, script.module, script.attribute],
    mounts: [{ source, target: inside.package }, ...interpreter(python).mounts],
    runtime: `Python ${python.version}`,
    facts: unknownFacts,
    name: project.name,
    program: script.name,
    readme: await readReadme(root),
    version: project.version,
  };
}

function broken(reason: string): { failure: ClientFailure } {
  return { failure: { outcome: 'broken', reason } };
}

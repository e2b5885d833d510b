import { readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { normalisePypiName, type ReleaseFacts } from '../../domain/server.ts';
import { readDistributions } from '../install/distributions.ts';
import type { Python } from '../install/find-python.ts';
import type { ClientFailure } from '../install/read-npm-error.ts';
import { registryName } from '../install/release-facts.ts';
import { chooseProgram } from './choose-program.ts';
import { parseEntryPoints } from './entry-points.ts';
import { inside, type Launchable } from './launchable.ts';
import { readMetadata } from './read-metadata.ts';
import { readRecipes } from './recipe.ts';

/**
 * Runs a module's function, or the module itself where no function is named. `.pth` files act here, inside the
 * sandbox, and nowhere else. Names come as arguments, never as text of the program.
 */
const starter = `import importlib, runpy, site, sys
folder, name, module, attribute = sys.argv[1:5]
sys.argv = [folder + '/bin/' + name, *sys.argv[5:]]
site.setquit()
site.addsitedir(folder)
if attribute:
    found = importlib.import_module(module)
    for part in attribute.split('.'):
        found = getattr(found, part)
    sys.exit(found())
runpy.run_module(module, run_name='__main__', alter_sys=True)`;

/** Isolated, without the host's own site-packages, writing no bytecode. */
export const pythonFlags = ['-I', '-S', '-B', '-u', '-X', 'utf8', '-c', starter, inside.package];

/** Reads from installed wheels how the server of one of them, by its PEP 503 name, is started. */
export async function launchPypi(
  folder: string,
  name: string,
  python: Python,
): Promise<Launchable | { failure: ClientFailure }> {
  const distributions = await readDistributions(folder);
  const info = distributions.find((each) => normalisePypiName(each.name) === name)?.info ?? '';
  const scripts = parseEntryPoints(await readText(join(folder, info, 'entry_points.txt')));
  const program = chooseProgram(
    scripts.map((script) => script.name),
    name,
  );
  const script = scripts.find((each) => each.name === program);
  const module = script?.module ?? (await findMainModule(folder, name));
  if (module === undefined) return { failure: { outcome: 'broken', reason: 'The package names no program to start.' } };

  const metadata = readMetadata(await readText(join(folder, info, 'METADATA')));
  return {
    ...interpreter(python),
    arguments: [...pythonFlags, program ?? module, module, script?.attribute ?? ''],
    mounts: [{ source: folder, target: inside.package }, ...interpreter(python).mounts],
    runtime: `Python ${python.version}`,
    facts: { ...metadata.facts, release: readRelease(distributions.length, metadata.readme) },
    name: metadata.name && normalisePypiName(metadata.name) === name ? metadata.name : name,
    program: program ?? module,
    readme: metadata.readme,
    recipe: readRecipes().get(`pypi:${name}`),
  };
}

/** A Python below /usr is in every sandbox; any other is mounted as a whole. */
export function interpreter(python: Python): Pick<Launchable, 'command' | 'environment' | 'mounts'> {
  const environment = { PYTHONPATH: inside.package, PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' };
  if (python.prefix === '/usr') return { command: python.command, environment, mounts: [] };
  return {
    command: join(inside.python, relative(python.prefix, python.command)),
    environment: { ...environment, LD_LIBRARY_PATH: `${inside.python}/lib` },
    mounts: [{ source: python.prefix, target: inside.python }],
  };
}

/** Wheels have no scripts that run at their installation. */
function readRelease(installed: number, readme: string): ReleaseFacts {
  const mcpName = registryName(/\bmcp-name:\s{0,10}(\S{1,401})/.exec(readme)?.[1]);
  const unknown = { published: null, unpackedSize: null, provenance: null };
  return { ...unknown, dependencies: Math.max(0, installed - 1), installScripts: [], mcpName };
}

async function findMainModule(folder: string, name: string): Promise<string | undefined> {
  const module = basename(name).replaceAll('-', '_');
  return (await stat(join(folder, module, '__main__.py')).catch(() => null)) ? module : undefined;
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

import { existsSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { OwnServer } from '../sources/server-lead.ts';
import { unknownFacts } from '../sources/source.ts';
import { folderInside, statPath } from './folder-inside.ts';
import { inside, type Launchable } from './launchable.ts';
import { withOwnValues } from './own-values.ts';

/**
 * A command of the user's own as the sandbox can start it. The project of the first file that it names is mounted
 * read-only, or the folder where it was given, and words that name files of it become their paths inside.
 */
export function launchCommand(own: OwnServer & { kind: 'command' }): Launchable & { version: null } {
  const { command, values } = own;
  const words = values.arguments;
  const isOurs = basename(command) === 'node';
  const candidates = command.includes('/') && !isOurs ? [command, ...words] : words;
  const file = candidates.find((word) => statOf(word, own.folder)?.isFile());
  const root = realpathSync(file === undefined ? own.folder : projectOf(dirname(resolve(own.folder, file))));
  const seen = (word: string) => pathInside(word, own.folder, root);
  const node = join(inside.node, 'bin/node');
  const [program, ...rest] = commandLine(isOurs ? node : seen(command));
  const launchable: Launchable = {
    command: program,
    arguments: rest,
    environment: {
      PATH: `${inside.node}/bin:/usr/local/bin:/usr/bin:/bin`,
      PYTHONPATH: inside.package,
      PYTHONDONTWRITEBYTECODE: '1',
    },
    mounts: [
      { source: root, target: inside.package },
      { source: realpathSync(process.execPath), target: node },
    ],
    runtime: isOurs ? `Node ${process.versions.node}` : basename(command),
    facts: unknownFacts,
    name: own.identity.name,
    program: basename(command),
    readme: '',
  };
  return { ...withOwnValues(launchable, { ...values, arguments: words.map(seen) }), version: null };
}

/** A program without a path is looked for inside: env is the program that does so without a shell. */
function commandLine(command: string): [string, ...string[]] {
  return command.startsWith('/') ? [command] : ['/usr/bin/env', command];
}

/** What a word names, where it names something that is not part of the system, which every sandbox has. */
function statOf(word: string, folder: string): Stats | undefined {
  if (word === '' || word.startsWith('-') || /^\/(?:usr|bin|lib)\/|^\/tmp\/?$/.test(word)) return undefined;
  return statPath(resolve(folder, word));
}

/** The nearest folder above that is a project, else the folder itself. */
function projectOf(folder: string): string {
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (['package.json', 'pyproject.toml'].some((name) => existsSync(join(above, name)))) return above;
  }
  return folder;
}

function pathInside(word: string, folder: string, root: string): string {
  if (!statOf(word, folder)) return word;
  const path = relative(root, realpathSync(resolve(folder, word)));
  return path.startsWith('..') ? folderInside(word) : join(inside.package, path);
}

import { basename } from 'node:path';
import { parseReference } from './parse-reference.ts';
import type { Target } from './source.ts';

/** What a client's command starts. `rest` is what the server itself is given. */
export type Launched =
  | { kind: 'package'; target: Target & { source: 'npm' | 'pypi' }; reference: string; rest: string[] }
  | { kind: 'program' }
  | { kind: 'not-supported'; reason: string };

interface Launcher {
  source: 'npm' | 'pypi';
  /** Options whose next word is theirs. */
  takesValue: RegExp;
  /** The option that names the package where the first plain word names a program. */
  packageOption: RegExp;
}

const npmExec: Launcher = {
  source: 'npm',
  takesValue: /^(?:-p|--package|--registry|--cache|--prefix|--node-options|-w|--workspace|--loglevel)$/,
  packageOption: /^(?:-p|--package)$/,
};
const uvTool: Launcher = {
  source: 'pypi',
  takesValue:
    /^(?:--from|--spec|--with|--with-editable|-p|--python|--index|--index-url|-i|--default-index|--extra-index-url|--refresh-package|--env-file|--cache-dir|--directory|--project|--pip-args|-c|--constraints|--prerelease)$/,
  packageOption: /^(?:--from|--spec)$/,
};

/** Command and its first words → how the words after them are read. */
const launchers: ReadonlyArray<[words: string[], launcher: Launcher]> = [
  [['npx'], npmExec],
  [['bunx'], npmExec],
  [['bun', 'x'], npmExec],
  [['npm', 'exec'], npmExec],
  [['npm', 'x'], npmExec],
  [['pnpm', 'dlx'], npmExec],
  [['pnpx'], npmExec],
  [['yarn', 'dlx'], npmExec],
  [['uvx'], uvTool],
  [['uv', 'tool', 'run'], uvTool],
  [['pipx', 'run'], uvTool],
];

/** Reads what a client's command would start: a package by its launcher, or a program of this machine. */
export function readLauncher(command: string, words: readonly string[]): Launched {
  const name = basename(command.replaceAll('\\', '/')).replace(/\.(?:exe|cmd|bat)$/i, '');
  if (name === 'cmd' && /^\/c$/i.test(words[0] ?? '')) return readLauncher(words[1] ?? '', words.slice(2));
  if (/^(?:docker|podman|nerdctl)$/.test(name)) {
    return { kind: 'not-supported', reason: 'it starts a container, and containers are not started here' };
  }
  const line = [name, ...words];
  const found = launchers.find(([start]) => start.every((word, index) => line[index] === word));
  return found ? readPackage(line.slice(found[0].length), found[1]) : { kind: 'program' };
}

function readPackage(words: readonly string[], { source, takesValue, packageOption }: Launcher): Launched {
  let named: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [option = '', inline] = /^(--?[\w-]+)=(.*)$/s.exec(word)?.slice(1) ?? [word];
    if (/^(?:-c|--call)$/.test(option) && source === 'npm') {
      return { kind: 'not-supported', reason: 'it runs a line of shell' };
    }
    if (word !== '--' && option.startsWith('-')) {
      const value = inline ?? (takesValue.test(option) ? words[++at] : undefined);
      if (packageOption.test(option)) named = value;
      continue;
    }
    // npm's own `--` stands before the package or, where an option named it, before the program.
    const program = word === '--' ? words[++at] : word;
    const rest = words.slice(at + 1);
    return packageOf(source, named ?? program ?? '', rest[0] === '--' && source === 'npm' ? rest.slice(1) : rest);
  }
  return packageOf(source, named ?? '', []);
}

function packageOf(source: 'npm' | 'pypi', spec: string, rest: string[]): Launched {
  const plain =
    source === 'pypi'
      ? spec
          .replace(/\[[^\]]*\]/, '')
          .replace('==', '@')
          .replace(/@latest$/, '')
      : spec;
  const reference = `${source}:${plain}`;
  try {
    const target = parseReference(reference);
    if (target.source === 'npm' || target.source === 'pypi') return { kind: 'package', target, reference, rest };
  } catch {
    // Said below.
  }
  return { kind: 'not-supported', reason: 'it names no package of a registry, or no exact version of it' };
}

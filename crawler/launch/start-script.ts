import { open, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { inside, type Launchable } from './launchable.ts';

type Start = Pick<Launchable, 'command' | 'arguments' | 'environment' | 'mounts' | 'runtime'>;

/** How the sandbox starts `file`, which it sees as `script` once `folder` is mounted as the package. */
export async function startScript(file: string, script: string, folder: string): Promise<Start> {
  const node = join(inside.node, 'bin/node');
  const runsOnNode = await isNodeScript(file);
  return {
    command: runsOnNode ? node : script,
    arguments: runsOnNode ? [script] : [],
    environment: { PATH: `${inside.node}/bin:/usr/local/bin:/usr/bin:/bin` },
    mounts: [
      { source: folder, target: inside.package },
      { source: await realpath(process.execPath), target: node },
    ],
    runtime: `Node ${process.versions.node}`,
  };
}

/** Whether the file is for Node with no options of its own: anything else is started as its first line says. */
async function isNodeScript(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0);
    const [first = ''] = buffer.toString('latin1', 0, bytesRead).split('\n');
    if (first.startsWith('#!')) return /^#!\s*(\S*\/)?(env\s+)?(\S*\/)?node\s*$/.test(first);
    return /\.[cm]?js$/.test(path) || !first.startsWith('\x7fELF');
  } finally {
    await file.close();
  }
}

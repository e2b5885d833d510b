import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import type { Duplex, Writable } from 'node:stream';
import { boundedCommand } from './bounded-command.ts';
import { computeMinimalRoot, devices, home, hostname, type MinimalRoot, scratchFolders } from './minimal-root.ts';
import { readMountPoints } from './mount-points.ts';
import type { Sandbox, SandboxMount, SandboxRequest } from './sandbox.ts';
import { type PipedChild, superviseProcess } from './supervise-process.ts';

/** The driver for util-linux 2.38 or newer, for hosts without bubblewrap. */
export const unshare: Sandbox = {
  name: 'unshare',
  async start(request) {
    const root = computeMinimalRoot(request, userId);
    const [command, ...args] = commandLine(request, root);
    const child = spawn(command, args, {
      // Contents and values travel over a pipe: on the command line every user of the host could read them.
      stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      detached: true,
    }) as PipedChild;
    const pipe = child.stdio[3] as Writable;
    pipe.on('error', () => {});
    for (const text of [...Object.values(root.files), ...Object.values(root.environment)]) pipe.write(text);
    pipe.end();
    return superviseProcess(child, { control: child.stdio[4] as Duplex, limits: request.limits });
  },
};

const buildRoot = readFileSync(new URL('./unshare-root.sh', import.meta.url), 'utf8');
const launch = ['./unshare-environment.sh', './first-process.sh']
  .map((script) => readFileSync(new URL(script, import.meta.url), 'utf8'))
  .join('\n');

const namespaces = ['--user', '--map-root-user', '--mount', '--pid', '--ipc', '--uts', '--net', '--cgroup'];

// The mount program of util-linux works for user 0 only, and nothing later may write the map for another.
const userId = 0;

function commandLine(request: SandboxRequest, root: MinimalRoot): [string, ...string[]] {
  const size = (text: string) => String(Buffer.byteLength(text));
  const lists = [
    Object.entries(root.links).flatMap(([path, target]) => [target, path]),
    devices,
    scratchFolders,
    root.mounts.flatMap(mountArguments),
    Object.entries(root.files).flatMap(([path, content]) => [size(content), path]),
  ];
  const variables = Object.entries(root.environment).flatMap(([name, value]) => [name, size(value)]);
  return boundedCommand(request.limits, [
    ...['unshare', ...namespaces, '--fork', '--kill-child', '/bin/sh', '-c', buildRoot, 'sh'],
    ...[String(request.limits.maxScratchBytes), hostname, home],
    ...lists.flatMap((list) => [...list, '--']),
    ...[launch, 'sh', ...variables, '--', request.command, ...request.arguments],
  ]);
}

/** A mount and, after it, every mount inside its source: each has to be made read-only by itself. */
function mountArguments({ source, target }: SandboxMount): string[] {
  const points = readMountPoints();
  const holder = points.findLast(({ path }) => source === path || path === '/' || source.startsWith(`${path}/`));
  const nested = points.filter(({ path }) => path.startsWith(`${source}/`));
  return [
    ...[source, target, statSync(source).isDirectory() ? 'folder' : 'file', holder?.locked ?? ''],
    ...nested.flatMap(({ path, locked }) => [path, target + path.slice(source.length), 'nested', locked]),
  ];
}

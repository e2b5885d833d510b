import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Duplex, Writable } from 'node:stream';
import type { CrawlLimits } from '../limits.ts';
import { boundedCommand } from './bounded-command.ts';
import { computeMinimalRoot, devices, home, hostname, type MinimalRoot, scratchFolders } from './minimal-root.ts';
import type { Sandbox, SandboxRequest } from './sandbox.ts';
import { type PipedChild, superviseProcess } from './supervise-process.ts';

/** The driver for bubblewrap 0.7 or newer (tmpfs size limits); as root it also needs unshare and mount of util-linux. */
export const bubblewrap: Sandbox = {
  name: 'bubblewrap',
  async start(request) {
    const root = computeMinimalRoot(request, userId);
    const contents = Object.values(root.files);
    const options = bubblewrapOptions(root, request.limits).map((option) => `${option}\0`);
    const [command, ...args] = commandLine(request);
    // Options travel over a pipe: on the command line every user of the host could read the environment.
    const child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe', ...contents.map(() => 'pipe' as const)],
      // biome-ignore lint/style/noProcessEnv: bubblewrap lies wherever the PATH has it.
      env: { PATH: process.env.PATH },
      detached: true,
    }) as PipedChild;
    const [, , , optionsPipe, control, ...contentPipes] = child.stdio as unknown as Duplex[];
    send(optionsPipe, options.join(''));
    for (const [index, content] of contents.entries()) send(contentPipes[index], content);
    return superviseProcess(child, { control, limits: request.limits });
  },
};

function send(pipe: Writable | undefined, content: string): void {
  // A pipe that breaks says no more than the end of the process does.
  pipe?.on('error', () => {}).end(content);
}

const optionsDescriptor = 3;
const firstFileDescriptor = 5;
const userId = 65_534;
const firstProcess = readFileSync(new URL('./first-process.sh', import.meta.url), 'utf8');
const readOnlyDevices = readFileSync(new URL('./read-only-devices.sh', import.meta.url), 'utf8');

function commandLine(request: SandboxRequest): [string, ...string[]] {
  const inside = ['/bin/sh', '-c', firstProcess, 'sh', request.command, ...request.arguments];
  const outside = ['bwrap', '--args', String(optionsDescriptor), '--', ...inside];
  const paths = devices.map((device) => `/dev/${device}`);
  const asRoot = ['unshare', '--mount', '/bin/sh', '-c', readOnlyDevices, 'sh', ...paths, '--'];
  return boundedCommand(request.limits, [...(process.geteuid?.() === 0 ? asRoot : []), ...outside]);
}

function bubblewrapOptions(root: MinimalRoot, limits: CrawlLimits): string[] {
  return [
    ...['--unshare-user', '--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-net', '--unshare-cgroup-try'],
    ...['--die-with-parent', '--new-session', '--as-pid-1', '--cap-drop', 'ALL', '--hostname', hostname],
    ...['--uid', String(userId), '--gid', String(userId), ...nestedNamespaces()],
    ...Object.entries(root.links).flatMap(([path, target]) => ['--symlink', target, path]),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...scratchFolders.flatMap((path) => ['--size', String(limits.maxScratchBytes), '--tmpfs', path]),
    ...root.mounts.flatMap(({ source, target }) => ['--ro-bind', source, target]),
    ...Object.keys(root.files).flatMap((path, index) => ['--file', String(firstFileDescriptor + index), path]),
    // What lies between the mounts has no size limit, and under root's id /proc/sys could be written.
    ...['/', '/dev', '/proc'].flatMap((path) => ['--remount-ro', path]),
    ...['--chdir', home, '--clearenv'],
    ...Object.entries(root.environment).flatMap(([name, value]) => ['--setenv', name, value]),
  ];
}

// Bubblewrap 0.8 and newer: keeps the kernel's namespace code out of a stranger's reach.
function nestedNamespaces(): string[] {
  help ??= execFileSync('bwrap', ['--help'], { encoding: 'utf8' });
  return help.includes('--disable-userns') ? ['--disable-userns'] : [];
}

let help: string | undefined;

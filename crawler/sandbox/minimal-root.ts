import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, normalize } from 'node:path';
import { LocalFaultError, UsageError } from '../../domain/errors.ts';
import type { SandboxMount, SandboxRequest } from './sandbox.ts';

export const home = '/home/assay';
export const hostname = 'assay';

/** Folders that the process may write to: each its own tmpfs with a size limit. */
export const scratchFolders = [home, '/tmp', '/dev/shm'] as const;

/** The devices that every program expects and that reach no hardware. */
export const devices = ['null', 'zero', 'full', 'random', 'urandom', 'tty'] as const;

/** All that the process sees of a file system. */
export interface MinimalRoot {
  /** Symbolic links, path → what it points to. */
  links: Record<string, string>;
  /** Read-only. Sources are real paths. */
  mounts: SandboxMount[];
  /** Absolute path → content. */
  files: Record<string, string>;
  environment: Record<string, string>;
}

/**
 * Computes the root for a request: /usr and the links to it, the named mounts, a made-up /etc and the home files.
 * `userId` is the one inside.
 * Throws UsageError for a mount or file that a minimal root must not hold and LocalFaultError for a missing source.
 */
export function computeMinimalRoot(request: SandboxRequest, userId: number): MinimalRoot {
  const usrFolders = ['/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'].filter(existsSync);
  const merged = usrFolders.filter((path) => lstatSync(path).isSymbolicLink());
  const apart = usrFolders.filter((path) => !merged.includes(path));
  const system = ['/usr', ...apart, ...etcFromHost.filter(existsSync)];
  return {
    links: Object.fromEntries(merged.map((path) => [path, readlinkSync(path)])),
    mounts: [
      ...system.map((path) => ({ source: realpathSync(path), target: path })),
      ...request.mounts.map(checkMount).sort((a, b) => a.target.length - b.target.length),
    ],
    files: { ...etcFiles(userId), ...homeFiles(request.homeFiles) },
    environment: { ...defaultEnvironment, ...checkEnvironment(request.environment) },
  };
}

const defaultEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, LANG: 'C.UTF-8', TMPDIR: '/tmp' };

const etcFromHost = [
  '/etc/ld.so.cache',
  '/etc/alternatives',
  '/etc/ssl/certs',
  '/etc/ca-certificates',
  '/etc/pki/tls/certs',
];

// The host's own would tell its users and its name to a server, which could copy them into a description.
const etcFiles = (userId: number) => ({
  '/etc/passwd': `assay:x:${userId}:${userId}::${home}:/bin/sh\n`,
  '/etc/group': `assay:x:${userId}:\n`,
  '/etc/hosts': `127.0.0.1 localhost ${hostname}\n::1 localhost\n`,
  '/etc/nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
});

const forbiddenSources = ['/', '/dev', '/etc', '/home', '/proc', '/root', '/run', '/sys', '/tmp', '/usr', '/var'];
const takenTargets = ['/bin', '/dev', '/etc', '/lib', '/lib32', '/lib64', '/libx32', '/proc', '/sbin', '/tmp', '/usr'];

function checkMount({ source, target }: SandboxMount): SandboxMount {
  if (!existsSync(source)) throw new LocalFaultError(`Expected ${source} to exist, to mount it in the sandbox.`);
  const real = realpathSync(source);
  const holdsHome = `${homedir()}/`.startsWith(real === '/' ? real : `${real}/`);
  if (forbiddenSources.includes(real) || holdsHome) {
    throw new UsageError(
      `Expected a single folder or file to mount in the sandbox; got ${real}, which holds other things.`,
    );
  }
  const top = `/${target.split('/')[1]}`;
  if (!isAbsolute(target) || normalize(target) !== target || top === '/' || takenTargets.includes(top)) {
    throw new UsageError(`Expected a mount target of its own, such as /app; got ${target}.`);
  }
  return { source: real, target };
}

function homeFiles(files: SandboxRequest['homeFiles']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => {
      if (
        path === '' ||
        isAbsolute(path) ||
        normalize(path) !== path ||
        path.split('/')[0] === '..' ||
        path.endsWith('/')
      ) {
        throw new UsageError(`Expected the path of a home file to be relative to the home; got ${path}.`);
      }
      return [`${home}/${path}`, content];
    }),
  );
}

function checkEnvironment(environment: SandboxRequest['environment']): SandboxRequest['environment'] {
  for (const [name, value] of Object.entries(environment)) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || value.includes('\0')) {
      throw new UsageError(
        `Expected a variable with a plain name and no NUL in its value; got ${JSON.stringify(name)}.`,
      );
    }
  }
  return environment;
}

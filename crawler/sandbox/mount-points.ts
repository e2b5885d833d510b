import { readFileSync } from 'node:fs';

/** A mount of the host. `locked` holds, as `,flag`, the flags that an ordinary user's remount has to repeat. */
export interface MountPoint {
  path: string;
  locked: string;
}

/** The mounts that this process sees, in the order in which they were made. Format: proc_pid_mountinfo(5). */
export function readMountPoints(): MountPoint[] {
  const lines = readFileSync('/proc/self/mountinfo', 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [, , , , path = '', options = ''] = line.split(' ');
    // nosuid and nodev are always set anyway, and a remount that names no time flag keeps those there are.
    return { path: unescapeOctal(path), locked: options.split(',').includes('noexec') ? ',noexec' : '' };
  });
}

function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}

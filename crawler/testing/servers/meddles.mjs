// Tries to change things outside and lists what it managed: devices, kernel settings, read-only mounts, the root itself.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { serve, tool } from './speak.mjs';

const run = (...command) => execFileSync(command[0], command.slice(1), { stdio: 'ignore' });
const tricks = {
  'chmod-device': () => chmodSync('/dev/null', 0o666),
  'write-kernel-setting': () => writeFileSync('/proc/sys/kernel/core_uses_pid', '0'),
  'write-to-mount': () => writeFileSync(new URL('./left-behind', import.meta.url), 'x'),
  'delete-from-mount': () => rmSync(new URL('./speak.mjs', import.meta.url)),
  'write-to-root': () => mkdirSync('/left-behind'),
  'write-to-etc': () => writeFileSync('/etc/passwd', ''),
  'remount-root': () => run('mount', '-o', 'remount,bind,rw', 'none', '/'),
  'remount-usr': () => run('mount', '-o', 'remount,bind,rw', 'none', '/usr'),
  'unmount-proc': () => run('umount', '-l', '/proc'),
  'new-user-namespace': () => run('unshare', '--user', '--map-root-user', 'true'),
  'become-another-user': () => process.setuid(1),
  'end-first-process': () => process.kill(1, 'SIGKILL') && run('sleep', '0.1') === null && process.kill(1, 0),
};
const managed = Object.entries(tricks).flatMap(([name, trick]) => {
  try {
    trick();
    return name === 'end-first-process' ? [] : [name];
  } catch {
    return [];
  }
});
serve(() => ({ tools: [tool('still-here'), ...managed.map((name) => tool(name))] }));

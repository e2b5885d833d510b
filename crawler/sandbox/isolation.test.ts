import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { listToolsOverStdio } from '../list-tools.ts';
import { fixtureRequest } from '../testing/fixture-request.ts';
import { livingProcesses } from '../testing/living-processes.ts';
import { needSandbox } from '../testing/need-sandbox.ts';
import type { Sandbox, SandboxRequest } from './sandbox.ts';

const secret = 'canary-of-the-host';
let folder: string;

before(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'assay-test-'));
  writeFileSync(join(folder, 'secret.txt'), secret);
});
after(() => rmSync(folder, { recursive: true }));

interface PrintedTool {
  inputSchema: { default: Record<string, unknown> };
}

/** What a server says: name → description. */
async function listed(sandbox: Sandbox, request: SandboxRequest): Promise<Record<string, unknown>> {
  const { listing, reason, stderr } = await listToolsOverStdio(sandbox, request);
  assert.ok(listing, `${reason} ${stderr}`);
  return Object.fromEntries(listing.tools.map(({ name, description }) => [name, description]));
}

for (const driver of ['bubblewrap', 'unshare'] as const) {
  suite(`Under ${driver}`, { concurrency: 2 }, () => {
    test('no file or folder of the host is readable but what was mounted.', async (t) => {
      const sandbox = await needSandbox(t, driver);
      if (!sandbox) return;
      const gone = [
        join(folder, 'secret.txt'),
        '/etc/shadow',
        '/etc/hostname',
        '/etc/machine-id',
        '/var',
        '/run',
        '/root',
        '/sys',
        '/proc/1/root/etc/shadow',
      ];
      const shown = ['/', '/home', '/tmp', '/etc/passwd', '/etc/hosts', '/proc/sys/kernel/hostname', '/proc/1/environ'];
      const read = await listed(sandbox, fixtureRequest('reads-host-files.mjs', { arguments: [...gone, ...shown] }));
      for (const path of gone) assert.match(String(read[path]), /^(ENOENT|EACCES|EPERM)$/, path);
      assert.equal(read['/home'], 'assay');
      assert.equal(read['/tmp'], '');
      assert.match(String(read['/etc/passwd']), /^assay:x:\d+:\d+::\/home\/assay:\/bin\/sh\n$/);
      assert.ok(!JSON.stringify(read).includes(hostname()), 'the name of the host is not to be seen');
      assert.ok(!JSON.stringify(read).includes(secret));
    });

    test('a symbolic link out of a mounted folder leads nowhere.', async (t) => {
      const sandbox = await needSandbox(t, driver);
      if (!sandbox) return;
      const mounted = mkdtempSync(join(folder, 'mounted-'));
      symlinkSync(join(folder, 'secret.txt'), join(mounted, 'link'));
      symlinkSync('../secret.txt', join(mounted, 'relative'));
      const request = fixtureRequest('reads-host-files.mjs', { arguments: ['/data/link', '/data/relative'] });
      const read = await listed(sandbox, {
        ...request,
        mounts: [...request.mounts, { source: mounted, target: '/data' }],
      });
      assert.deepEqual(read, { '/data/link': 'ENOENT', '/data/relative': 'ENOENT' });
    });

    test('the environment is the given one, and user, host, folder and networks are neutral.', async (t) => {
      const sandbox = await needSandbox(t, driver);
      if (!sandbox) return;
      const given = { GREETING: '"$(id)" `id` \\ \n end\n', LD_PRELOAD: '', EMPTY: '' };
      const request = fixtureRequest('prints-environment.mjs', { environment: given });
      const { listing, stderr } = await listToolsOverStdio(sandbox, request);
      assert.ok(listing, stderr);
      const seen = (listing.tools[0] as unknown as PrintedTool).inputSchema.default;
      assert.deepEqual(
        { ...seen, environment: undefined },
        { environment: undefined, folder: '/home/assay', user: 'assay', hostname: 'assay', networks: [] },
      );
      const own = {
        HOME: '/home/assay',
        LANG: 'C.UTF-8',
        PATH: '/usr/local/bin:/usr/bin:/bin',
        PWD: '/home/assay',
        TMPDIR: '/tmp',
      };
      assert.deepEqual(seen.environment, { ...own, ...given });
    });

    test('files of the home are there before the start.', async (t) => {
      const sandbox = await needSandbox(t, driver);
      if (!sandbox) return;
      const files = { '.config/app/settings.json': '{"a":1}\n', empty: '', umlaut: 'Grüße\0x' };
      const request = fixtureRequest('reads-host-files.mjs', { arguments: Object.keys(files) });
      const read = await listed(sandbox, { ...request, homeFiles: files });
      const inBytes = (text: string) => Buffer.from(text).toString('latin1');
      assert.deepEqual(read, Object.fromEntries(Object.entries(files).map(([path, text]) => [path, inBytes(text)])));
    });

    test('no port and no Unix socket of the host can be reached.', async (t) => {
      const sandbox = await needSandbox(t, driver);
      if (!sandbox) return;
      const path = join(folder, `${driver}.sock`);
      const reached: string[] = [];
      const unix = createServer(() => reached.push('unix')).listen(path);
      const tcp = createServer(() => reached.push('tcp')).listen(0, '127.0.0.1');
      await Promise.all([unix, tcp].map((server) => new Promise((resolve) => server.once('listening', resolve))));
      const { port } = tcp.address() as { port: number };
      const abstract = createServer(() => reached.push('abstract')).listen(`\0assay-test-${process.pid}-${driver}`);
      const addresses = [path, String(port), '/run/dbus/system_bus_socket', '/var/run/docker.sock'];
      const found = await listed(sandbox, fixtureRequest('opens-sockets.mjs', { arguments: addresses }));
      for (const server of [unix, tcp, abstract]) server.close();
      assert.deepEqual(reached, []);
      for (const address of addresses) assert.match(String(found[address]), /^(ENOENT|ECONNREFUSED|ENETUNREACH)$/);
    });

    test('nothing outside can be changed and no right be gained.', async (t) => {
      const sandbox = await needSandbox(t, driver);
      if (!sandbox) return;
      const servers = new URL('../testing/servers/', import.meta.url);
      const state = () => [statSync('/dev/null').ctimeMs, ...readdirSync(servers)];
      const before = state();
      assert.deepEqual(Object.keys(await listed(sandbox, fixtureRequest('meddles.mjs'))), ['still-here']);
      assert.deepEqual(state(), before);
    });

    test('each folder that can be written to has its size limit, and there is no other.', async (t) => {
      const sandbox = await needSandbox(t, driver);
      if (!sandbox) return;
      const filled = await listed(sandbox, fixtureRequest('fills-disk.mjs'));
      const full = { '/tmp': '16', '/dev/shm': '16', '/home/assay': '16' };
      assert.deepEqual(filled, { ...full, '/': '0', '/dev': '0', '/var/tmp': '0' });
    });

    test('a process that left its parent and session ends with the server.', async (t) => {
      const sandbox = await needSandbox(t, driver);
      if (!sandbox) return;
      const marker = `assay-marker-${process.pid}-${driver}`;
      const tools = await listed(sandbox, fixtureRequest('daemonises.mjs', { arguments: [marker] }));
      assert.deepEqual(Object.keys(tools), ['parent']);
      assert.deepEqual(livingProcesses(marker), []);
    });
  });
}

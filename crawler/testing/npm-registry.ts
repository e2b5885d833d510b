import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runClient } from '../install/run-client.ts';

/** A registry on loopback that offers the package in each of these folders in its one version, for npm itself to ask. */
export async function startNpmRegistry(folders: readonly string[]): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const found = answers.get(decodeURIComponent(request.url ?? ''));
    response.writeHead(found ? 200 : 404).end(found ?? '{}');
  });
  const answers = new Map<string, string | Buffer>();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const folder of folders) {
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const { name, version } = manifest;
    const tarball = await pack(folder);
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    const record = { ...manifest, dist: { tarball: `${url}/${name}.tgz`, integrity } };
    answers.set(`/${name}.tgz`, tarball);
    answers.set(
      `/${name}`,
      JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: record } }),
    );
  }
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, close };
}

/** As registries hold it: everything below a folder `package/`. npm would leave out what it finds odd. */
async function pack(folder: string): Promise<Buffer> {
  const parameters = ['-czf', `${folder}.tgz`, '--transform=s,^\\.,package,', '--exclude=./.git', '.'];
  const request = { command: 'tar', arguments: parameters, folder, environment: process.env, timeoutMs: 20_000 };
  const answer = await runClient(request);
  if (answer.code !== 0) throw new Error(`Expected tar to pack ${folder}; it said: ${answer.stderr}`);
  return readFile(`${folder}.tgz`);
}

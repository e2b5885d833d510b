import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLauncher } from './read-launcher.ts';
import { splitWords } from './split-words.ts';

const packages: Array<[line: string, reference: string, rest: string[]]> = [
  ['npx -y @scope/server /data', 'npm:@scope/server', ['/data']],
  ['npx --yes server@1.2.3 --stdio -- x', 'npm:server@1.2.3', ['--stdio', '--', 'x']],
  ['npx -p @scope/server -y program --x', 'npm:@scope/server', ['--x']],
  ['npx --package=@scope/server -- program --x', 'npm:@scope/server', ['--x']],
  ['npx -y -- server -- --x', 'npm:server', ['--x']],
  ['/usr/local/bin/npx server@latest', 'npm:server@latest', []],
  ["'C:\\\\Program Files\\\\nodejs\\\\npx.cmd' -y server", 'npm:server', []],
  ['cmd /c npx -y server', 'npm:server', []],
  ['npm exec --yes server -- --x', 'npm:server', ['--x']],
  ['bunx server', 'npm:server', []],
  ['bun x server', 'npm:server', []],
  ['pnpm dlx server', 'npm:server', []],
  ['uvx some_server==1.2.0 --root /data', 'pypi:some_server@1.2.0', ['--root', '/data']],
  ['uvx --python 3.12 some-server@latest', 'pypi:some-server', []],
  ["uvx --from 'some-server[cli]' program x", 'pypi:some-server', ['x']],
  ['uv tool run some-server', 'pypi:some-server', []],
  ['pipx run --spec some-server==2.0 program', 'pypi:some-server@2.0', []],
];
for (const [line, reference, rest] of packages) {
  test(`${line} starts ${reference}`, () => {
    const [command, ...words] = splitWords(line);
    const launched = readLauncher(command, words);
    assert.equal(launched.kind, 'package', JSON.stringify(launched));
    if (launched.kind === 'package') assert.deepEqual([launched.reference, launched.rest], [reference, rest]);
  });
}

const others: Array<[line: string, kind: 'program' | 'not-supported']> = [
  ['node server.js', 'program'],
  ['uv run server.py', 'program'],
  ['npm run start', 'program'],
  ['docker run -i --rm mcp/fetch', 'not-supported'],
  ['podman run x', 'not-supported'],
  ["npx -c 'server | tee log'", 'not-supported'],
  ['npx -y', 'not-supported'],
  ['npx -y github:someone/server', 'not-supported'],
  ['npx -y server@^1.0.0', 'not-supported'],
  ['uvx --from git+https://example.com/x program', 'not-supported'],
  ['uvx /home/someone/server', 'not-supported'],
];
for (const [line, kind] of others) {
  test(`${line} is ${kind}`, () => {
    const [command, ...words] = splitWords(line);
    assert.equal(readLauncher(command, words).kind, kind);
  });
}

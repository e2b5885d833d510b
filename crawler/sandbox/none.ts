import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { computeMinimalRoot, home } from './minimal-root.ts';
import type { Sandbox, SandboxMount } from './sandbox.ts';
import { type PipedChild, superviseProcess } from './supervise-process.ts';

/**
 * No sandbox: the program runs as the user, with the network and every file that the user can reach. Only for
 * somebody who asked for it. Keeps the clean environment, the empty home and the watcher.
 */
export const none: Sandbox = {
  name: 'none',
  async start(request) {
    const root = computeMinimalRoot(request, process.getuid?.() ?? 0);
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'assay-'));
    const places = [
      ...root.mounts.slice(-request.mounts.length || root.mounts.length),
      { source: folder, target: home },
    ];
    const outside = (text: string) => hostPath(text, places);
    for (const [path, content] of Object.entries(root.files).filter(([path]) => path.startsWith(`${home}/`))) {
      mkdirSync(dirname(outside(path)), { recursive: true });
      writeFileSync(outside(path), content, { mode: 0o600 });
    }
    const child = spawn(outside(request.command), request.arguments.map(outside), {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: Object.fromEntries(Object.entries(root.environment).map(([name, value]) => [name, outside(value)])),
      cwd: folder,
      detached: true,
    }) as PipedChild;
    return superviseProcess(child, {
      limits: request.limits,
      cleanUp: () => rmSync(folder, { recursive: true, force: true }),
    });
  },
};

/** The path on the host of a path inside; any other text as it is. */
function hostPath(text: string, mounts: readonly SandboxMount[]): string {
  const mount = mounts.findLast(({ target }) => text === target || text.startsWith(`${target}/`));
  return mount ? mount.source + text.slice(mount.target.length) : text;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const scripts = resolve(import.meta.dirname, '..');

export interface ScriptRun {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Starts one of the scripts as npm does, with only these variables beside the PATH. */
export function startScript(name: string, args: readonly string[], environment: Record<string, string> = {}) {
  const script = ['--import', join(scripts, 'lib/require-node.mjs'), join(scripts, `${name}.ts`), ...args];
  const child = spawn(process.execPath, script, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  const run: Promise<ScriptRun> = ended.then(([[status], stdout, stderr]) => ({ status, stdout, stderr }));
  return { child, run };
}

export function runScript(...given: Parameters<typeof startScript>): Promise<ScriptRun> {
  return startScript(...given).run;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface StartedProgram {
  child: ChildProcess;
  /** Fails where the program ended without another line. */
  nextLine(): Promise<string>;
  /** The lines up to its end. */
  remainingLines(): Promise<string[]>;
  /** Ends its input and waits for its end. */
  finish(): Promise<void>;
}

/** Starts a program of this folder in a process of its own, reading its lines as they come. */
export function startProgram(name: string, args: readonly string[] = [], detached = false): StartedProgram {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'], detached });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    nextLine: async () => {
      const line = await lines.next();
      if (line.done) throw new Error(`${name} ended where a line was expected`);
      return line.value;
    },
    remainingLines: async () => {
      const remaining: string[] = [];
      for (let line = await lines.next(); !line.done; line = await lines.next()) remaining.push(line.value);
      await ended;
      return remaining;
    },
    finish: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

import { readFileSync } from 'node:fs';
import { readPids } from '../sandbox/process-tree.ts';

/**
 * The processes of this host, those in sandboxes included, whose command line holds the text and begins with
 * `program`.
 */
export function livingProcesses(text: string, program = ''): number[] {
  return readPids().filter((pid) => {
    const line = commandLine(pid);
    return pid !== process.pid && line.startsWith(program) && line.includes(text);
  });
}

/** Resolves when none is left; rejects after the time. */
export async function noneLiving(text: string, withinMs: number): Promise<void> {
  const late = performance.now() + withinMs;
  for (let living = livingProcesses(text); living.length > 0; living = livingProcesses(text)) {
    if (performance.now() > late) throw new Error(`Expected no process with ${text}; got ${living.join(', ')}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

import { readdirSync, readFileSync } from 'node:fs';

/** One process; pid and start time (clock ticks since boot) together are never used twice. */
export interface TreeProcess {
  pid: number;
  parent: number;
  startTime: string;
}

/** The process with this pid and all that descend from it, parents before children; empty where it does not live. */
export function readProcessTree(root: number): TreeProcess[] {
  const children = new Map<number, TreeProcess[]>();
  let tree: TreeProcess[] = [];
  for (const pid of readPids()) {
    const found = readProcess(pid);
    if (!found) continue;
    if (found.pid === root) tree = [found];
    children.set(found.parent, [...(children.get(found.parent) ?? []), found]);
  }
  for (let index = 0; index < tree.length; index++) {
    tree.push(...(children.get((tree[index] as TreeProcess).pid) ?? []));
  }
  return tree;
}

/** Every process of this host, in no order; empty where the system has no /proc. */
export function readPids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Null where no such process lives; a zombie lives no more. */
export function readProcess(pid: number): TreeProcess | null {
  const stat = readProc(pid, 'stat');
  // The program's name stands in brackets and may hold brackets and spaces itself.
  const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!state || 'ZX'.includes(state)) return null;
  return { pid, parent: Number(parent), startTime: rest[17] ?? '' };
}

/** Resident memory in bytes; 0 where the process does not live. */
export function readResidentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readProc(pid, 'status'))?.[1] ?? 0) * 1024;
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Does nothing where no such process lives any more. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

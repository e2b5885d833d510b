import type { CrawlLimits } from '../limits.ts';
import { readProcess, readProcessTree, readResidentBytes, sendSignal, type TreeProcess } from './process-tree.ts';

export interface Watcher {
  /** The bound that ended the tree, if one did. */
  limit(): 'memory' | 'processes' | null;
  /** All that live now, the outermost process first. Without a namespace, those that left the tree are remembered. */
  tree(): TreeProcess[];
  signal(signal: NodeJS.Signals): void;
  /** Ends everything. In a namespace that means its first process: the kernel then ends all others before it. */
  kill(): void;
  close(): void;
}

const periodMs = 100;

/**
 * Sums memory and processes of a tree every 100 ms and ends it when a limit is passed.
 * `namespaced` says that the outermost process only waits for the first process of a pid namespace; otherwise it
 * leads a process group.
 */
export function watch(
  root: number,
  namespaced: boolean,
  limits: Pick<CrawlLimits, 'maxMemoryBytes' | 'maxProcesses'>,
): Watcher {
  const startTime = readProcess(root)?.startTime;
  const seen = new Map<number, TreeProcess>();
  let passed: ReturnType<Watcher['limit']> = null;

  const tree = () => {
    const found = readProcessTree(root);
    // Once it has ended, its number may be another process's.
    const living = found[0]?.startTime === startTime ? found : [];
    if (namespaced) return living;
    for (const one of living) seen.set(one.pid, one);
    for (const [pid, one] of seen) if (readProcess(pid)?.startTime !== one.startTime) seen.delete(pid);
    return [...seen.values()];
  };
  const signal = (name: NodeJS.Signals) => {
    const pids = tree().map(({ pid }) => pid);
    // Without /proc the process group is all that is known.
    for (const pid of namespaced ? pids.slice(1) : startTime ? pids : [-root]) sendSignal(pid, name);
  };
  const kill = () => {
    if (!namespaced) return signal('SIGKILL');
    const living = tree();
    const first = living.filter(({ parent }) => parent === root);
    // Before the namespace stands there is only the outermost process.
    for (const { pid } of first.length > 0 ? first : living) sendSignal(pid, 'SIGKILL');
  };
  const check = () => {
    const living = tree();
    if (living.length > limits.maxProcesses) passed ??= 'processes';
    const resident = living.reduce((sum, { pid }) => sum + readResidentBytes(pid), 0);
    if (resident > limits.maxMemoryBytes) passed ??= 'memory';
    if (passed) kill();
  };

  const timer = setInterval(check, periodMs);
  return { limit: () => passed, tree, signal, kill, close: () => clearInterval(timer) };
}

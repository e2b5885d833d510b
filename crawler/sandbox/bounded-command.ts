import type { CrawlLimits } from '../limits.ts';

const maxOpenFiles = 4096;

/**
 * Prefixes a command so that it ends when this process does and its file sizes, core dumps and open files are bounded.
 * Not the address space, which Node reserves far beyond what it uses, nor the number of processes, a limit that does
 * not bind root and counts all that a user runs: the watcher bounds both.
 */
export function boundedCommand(limits: CrawlLimits, command: readonly string[]): [string, ...string[]] {
  const files = [`--fsize=${limits.maxScratchBytes}`, '--core=0', `--nofile=${maxOpenFiles}`];
  return ['setpriv', '--pdeathsig', 'KILL', 'prlimit', ...files, ...command];
}

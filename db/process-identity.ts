import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

/**
 * What tells one run of one process from every other. A pid alone is given again after a while, and means nothing in
 * another boot, on another host or in another pid namespace. Null where the system does not say (no /proc).
 */
export const processSchema = z.object({
  host: z.string(),
  bootId: z.string().nullable(),
  pidNamespace: z.string().nullable(),
  pid: z.int().positive(),
  /** In clock ticks since boot: field 22 of /proc/<pid>/stat. */
  startTime: z.string().nullable(),
});
export type ProcessIdentity = z.infer<typeof processSchema>;

export function ownProcess(): ProcessIdentity {
  return { ...here(), pid: process.pid, startTime: readStat(process.pid)?.startTime ?? null };
}

/** Whether that process can be asked after from here: same host, and same pid namespace unless it is of another boot. */
export function isOurs(identity: ProcessIdentity): boolean {
  const { host, bootId, pidNamespace } = here();
  return identity.host === host && (identity.bootId !== bootId || identity.pidNamespace === pidNamespace);
}

/** Whether that process may still run. Only a process that can be asked after is ever called dead. */
export function lives(identity: ProcessIdentity): boolean {
  if (!isOurs(identity)) return true;
  if (identity.bootId !== here().bootId || !exists(identity.pid)) return false;
  const stat = readStat(identity.pid);
  return stat === null || (!stat.ended && (identity.startTime === null || stat.startTime === identity.startTime));
}

function here() {
  return {
    host: hostname(),
    bootId: ifReadable(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: ifReadable(() => readlinkSync('/proc/self/ns/pid')),
  };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Null where /proc hides it. The name in field 2 may hold spaces and brackets, so fields count from its last bracket. */
function readStat(pid: number): { ended: boolean; startTime: string | null } | null {
  const stat = ifReadable(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { ended: fields[0] === 'Z' || fields[0] === 'X', startTime: fields[19] ?? null };
}

function ifReadable(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

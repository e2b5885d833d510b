import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { LocalFaultError } from '../domain/errors.ts';
import { isOurs, lives, ownProcess, processSchema } from './process-identity.ts';

const pollMs = 200;
const holderSchema = processSchema.extend({ nonce: z.string().regex(/^[0-9a-f]+$/), since: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** Nothing of ours ever writes half a file, so what cannot be read was left by a machine that lost power. */
const unreadable = { nonce: 'unreadable' } as const;

export interface WaitOptions {
  /** Wait until the holder lets go instead of failing. */
  wait?: boolean;
  /** Called once for each holder that is waited for, with words that name it. */
  onWait?: (holder: string) => void;
  signal?: AbortSignal;
}

/**
 * Takes the folder for this process and returns the function that lets it go.
 * A lock whose process is gone is taken over; another machine's never is, since nobody can ask there.
 */
export async function lockFolder(folder: string, options: WaitOptions = {}): Promise<() => void> {
  const path = join(folder, 'lock');
  const own: Holder = { ...ownProcess(), nonce: randomBytes(8).toString('hex'), since: new Date().toISOString() };
  const draft = `${path}-${own.nonce}`;
  let announced: string | undefined;
  makeFolders(folder);
  writeFileSync(draft, `${JSON.stringify(own)}\n`, { flag: 'wx' });
  try {
    for (;;) {
      options.signal?.throwIfAborted();
      const holder = claim(path, draft);
      if (!holder) return () => removeClaim(path, own.nonce);
      if (!options.wait) throw new LocalFaultError(refusal(folder, path, holder));
      if (announced !== holder.nonce) options.onWait?.(describe(holder));
      announced = holder.nonce;
      await delay(pollMs, undefined, options.signal ? { signal: options.signal } : {});
    }
  } finally {
    unlinkSync(draft);
  }
}

/**
 * Claims `path` for the writer of `draft`, or tells who holds it. link(2) makes the whole file appear at once or fails.
 * Clearing away a dead holder's claim is itself a claim, named after that holder: so exactly one living process does
 * it, and one that dies while doing it is cleared away in the same manner.
 */
function claim(path: string, draft: string): Holder | null {
  for (;;) {
    if (linked(draft, path)) return null;
    const holder = readHolder(path);
    if (!holder) continue;
    if ('pid' in holder && lives(holder)) return holder;
    const clearance = `${path}.${holder.nonce}`;
    const rival = claim(clearance, draft);
    if (rival) return rival;
    removeClaim(path, holder.nonce);
    unlinkSync(clearance);
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readHolder(path: string): Holder | typeof unreadable | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    return hasCode(error, 'ENOENT') ? null : unreadable;
  }
}

function removeClaim(path: string, nonce: string): void {
  if (readHolder(path)?.nonce === nonce) unlinkSync(path);
}

function refusal(folder: string, path: string, holder: Holder): string {
  const held = `${folder} is in use by ${describe(holder)}.`;
  return isOurs(holder)
    ? `${held} Let it finish, or start again with --wait.`
    : `${held} Whether it still runs cannot be told from here: when you are sure that it does not, delete ${path}.`;
}

function describe(holder: Holder): string {
  const place = isOurs(holder) ? '' : ` on ${holder.host}`;
  return `process ${holder.pid}${place}, since ${holder.since}`;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** As `mkdir -p`. Node 24's own `recursive` never returns where the parent is there but takes no folders, as in /proc. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

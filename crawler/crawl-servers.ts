import { availableParallelism, freemem } from 'node:os';
import PQueue from 'p-queue';
import type { CrawlOptions } from './crawl-options.ts';
import { type CrawlAnswer, crawlServer } from './crawl-server.ts';
import { evictPackages } from './install/evict-packages.ts';
import { keepingPackages } from './install/package-use.ts';
import { parseReference } from './sources/parse-reference.ts';
import type { Target } from './sources/source.ts';

export interface ManyOptions extends CrawlOptions {
  /** Servers at once; by cores and memory where left out. Of one remote host there is never more than one. */
  concurrency?: number | undefined;
  /** What installed packages may take on the disk; those in use stay all the same. No bound where left out. */
  diskBudgetBytes?: number | undefined;
}

/**
 * Crawls servers side by side and hands out each answer as it comes, in no order. References that resolve to one
 * server in one version are crawled once. After an abort the running crawls answer `interrupted` and the others are
 * not begun. Throws UsageError, before anything is started, when a text is no reference.
 */
export async function* crawlServers(references: readonly string[], options: ManyOptions): AsyncGenerator<CrawlAnswer> {
  const parsed = references.map((reference) => ({ reference, target: parseReference(reference, options) }));
  const servers = new Map(parsed.map((server) => [JSON.stringify(server.target), server]));
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const turns = takeTurns(options.concurrency ?? defaultConcurrency());
  const tidyUp = keepWithin(options);
  const reuse = crawlOnce(options.reuse);
  const done: Array<PromiseWithResolvers<CrawlAnswer | null>> = [];
  let next = 0;
  for (const { reference, target } of servers.values()) {
    done.push(settling());
    turns.add(hostOf(target, options.leads?.get(reference)?.own), async () => {
      if (signal.aborted) return done[next++]?.resolve(null);
      const crawl = (own: AbortSignal) => crawlServer(reference, { ...options, signal: own, reuse });
      await keepingPackages(() => withOwnSignal(signal, crawl)).then(
        (value) => done[next++]?.resolve(value),
        (error) => done[next++]?.reject(error),
      );
      await tidyUp();
    });
  }
  try {
    for (const index of done.keys()) {
      const answer = await done[index]?.promise;
      // Lists are large and there may be thousands: what was handed out is the caller's.
      delete done[index];
      if (answer) yield answer;
    }
  } finally {
    // A caller that stops listening stops the crawls; what is left unheard must not end the process.
    stop.abort();
    await turns.onIdle();
  }
}

/** Whatever listens to the signal of a whole run keeps its memory until the run has ended. */
async function withOwnSignal<T>(signal: AbortSignal, work: (own: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** A queue in which whoever waits for a turn at a host does not keep others from theirs. */
function takeTurns(concurrency: number) {
  const queue = new PQueue({ concurrency });
  const hosts = new Map<string, PQueue>();
  return {
    add(host: string | null, work: () => Promise<void>): void {
      if (host === null) return void queue.add(work);
      const turns = hosts.get(host) ?? new PQueue({ concurrency: 1 });
      hosts.set(host, turns);
      void turns.add(() => queue.add(work));
    },
    async onIdle(): Promise<void> {
      await Promise.all([...hosts.values()].map((turns) => turns.onIdle()));
      await queue.onIdle();
    },
  };
}

/** The host that is asked; null for what is started here. */
function hostOf(target: Target, own: { kind: string; address?: string } | undefined): string | null {
  const address = own?.address ?? (target.source === 'remote' ? target.name : null);
  return address === null ? null : new URL(address).host;
}

/** Evicts, now and then. What fails leaves more on the disk than was wished, which ends no crawl. */
function keepWithin({ dataDir, diskBudgetBytes }: ManyOptions): () => Promise<void> {
  let next = 0;
  return async () => {
    if (diskBudgetBytes === undefined || performance.now() < next) return;
    next = performance.now() + evictionPeriodMs;
    await evictPackages(dataDir, diskBudgetBytes).catch(() => {});
  };
}

const evictionPeriodMs = 10_000;

/** A rejection that nobody awaits any more is not to end the process. */
function settling(): PromiseWithResolvers<CrawlAnswer | null> {
  const settled = Promise.withResolvers<CrawlAnswer | null>();
  settled.promise.catch(() => {});
  return settled;
}

/** A second reference to a version that is being crawled is answered `unchanged`. */
function crawlOnce(reuse: CrawlOptions['reuse']): NonNullable<CrawlOptions['reuse']> {
  const seen = new Set<string>();
  return async (identity, version) => {
    const key = `${identity.id}@${version}`;
    if (seen.has(key)) return true;
    seen.add(key);
    return (await reuse?.(identity, version)) ?? false;
  };
}

/** One crawl waits for the network half of its time, and may take half a gigabyte. */
function defaultConcurrency(): number {
  const byMemory = Math.floor(Math.min(freemem(), process.availableMemory()) / (600 * 2 ** 20));
  return Math.max(1, Math.min(2 * availableParallelism(), byMemory, 8));
}

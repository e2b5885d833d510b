import { availableParallelism, freemem } from 'node:os';
import PQueue from 'p-queue';
import type { CrawlOptions } from './crawl-options.ts';
import { type CrawlAnswer, crawlServer } from './crawl-server.ts';
import { parseReference } from './sources/parse-reference.ts';

/**
 * Crawls servers side by side and hands out each answer as it comes, in no order. References that resolve to one
 * server in one version are crawled once. After an abort the running crawls answer `interrupted` and the others are
 * not begun. Throws UsageError, before anything is started, when a text is no reference.
 */
export async function* crawlServers(
  references: readonly string[],
  options: CrawlOptions & { concurrency?: number | undefined },
): AsyncGenerator<CrawlAnswer> {
  const targets = new Map(
    references.map((reference) => [JSON.stringify(parseReference(reference, options)), reference]),
  );
  const queue = new PQueue({ concurrency: options.concurrency ?? defaultConcurrency() });
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const reuse = crawlOnce(options.reuse);
  const done: Array<PromiseWithResolvers<CrawlAnswer | null>> = [];
  let next = 0;
  for (const reference of targets.values()) {
    done.push(settling());
    void queue.add(async () => {
      if (signal.aborted) return done[next++]?.resolve(null);
      const answer = crawlServer(reference, { ...options, signal, reuse });
      await answer.then(
        (value) => done[next++]?.resolve(value),
        (error) => done[next++]?.reject(error),
      );
    });
  }
  try {
    for (const { promise } of done) {
      const answer = await promise;
      if (answer) yield answer;
    }
  } finally {
    // A caller that stops listening stops the crawls; what is left unheard must not end the process.
    stop.abort();
    await queue.onIdle();
  }
}

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
  const byMemory = Math.floor(freemem() / (600 * 2 ** 20));
  return Math.max(1, Math.min(availableParallelism() + 1, byMemory, 8));
}

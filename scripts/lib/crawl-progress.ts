import { type CrawlOutcome, isListed } from '../../domain/crawl-outcome.ts';

/** Counts how the servers of one crawl end. Times are milliseconds of any one clock. */
export interface CrawlProgress {
  count(outcome: CrawlOutcome, reused: boolean): void;
  /** For example `120 of 300, 96 listed, 24 not (16 timed-out, 8 broken), 14.2 a minute, 13 min left`. */
  format(nowMs: number): string;
}

export function createProgress(total: number, startMs: number): CrawlProgress {
  const failures = new Map<CrawlOutcome, number>();
  let listed = 0;
  let failed = 0;
  let reused = 0;
  return {
    count(outcome, wasReused) {
      if (wasReused) reused += 1;
      if (isListed(outcome)) listed += 1;
      else {
        failed += 1;
        failures.set(outcome, (failures.get(outcome) ?? 0) + 1);
      }
    },
    format(nowMs) {
      const done = listed + failed;
      const reasons = [...failures].sort(([, a], [, b]) => b - a).map(([outcome, count]) => `${count} ${outcome}`);
      const parts = [`${done} of ${total}`, `${listed} listed`];
      if (failed > 0) parts.push(`${failed} not (${reasons.join(', ')})`);
      // What was stored already tells nothing of how long the others take.
      const perMinute = ((done - reused) / (nowMs - startMs)) * 60_000;
      if (perMinute > 0 && nowMs > startMs) {
        parts.push(`${perMinute.toFixed(1)} a minute`);
        if (done < total) parts.push(`${formatMinutes((total - done) / perMinute)} left`);
      }
      return parts.join(', ');
    },
  };
}

function formatMinutes(minutes: number): string {
  if (minutes < 1) return `${Math.ceil(minutes * 60)} s`;
  return minutes < 90 ? `${Math.round(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}

import { type CrawlOutcome, isListed } from '../../domain/crawl-outcome.ts';
import { createProgress } from './crawl-progress.ts';
import { createLiveList } from './live-list.ts';
import { createStatusLine } from './status-line.ts';

/** Where a crawl tells how it goes. Everything is written to standard error: standard output is for results. */
export interface CrawlView {
  /** What happens to this reference now, for example "installing". */
  step(reference: string, text: string): void;
  /** Its last line. `reused` says that the result was stored before. */
  finish(reference: string, text: string, outcome: CrawlOutcome, reused: boolean): void;
  /** Resolves when everything is on the screen. Call it once, whatever happened. */
  close(): Promise<void>;
}

const tallestView = 20;

/** On a terminal a live view, of every server or, for lists longer than a screen, of the whole; plain lines elsewhere. */
export function showCrawl(references: readonly string[]): CrawlView {
  if (!process.stderr.isTTY) return lineView(references.length);
  return references.length <= tallestView ? listView(references) : statusView(references.length);
}

function lineView(total: number): CrawlView {
  const progress = createProgress(total, performance.now());
  let done = 0;
  return {
    step: (reference, text) => console.error(`${reference}: ${text}`),
    finish: (_reference, text, outcome, reused) => {
      done += 1;
      progress.count(outcome, reused);
      console.error(`[${done}/${total}] ${text}`);
      if (done % linesBetweenStatus === 0) console.error(progress.format(performance.now()));
    },
    close: async () => {
      if (total > 1) console.error(progress.format(performance.now()));
    },
  };
}

const linesBetweenStatus = 25;

function statusView(total: number): CrawlView {
  const progress = createProgress(total, performance.now());
  const line = createStatusLine(process.stderr);
  const running = new Set<string>();
  const show = () => {
    line.show([progress.format(performance.now()), ...running].join(' · '));
  };
  return {
    step: (reference) => {
      running.add(reference);
      show();
    },
    finish: (reference, text, outcome, reused) => {
      running.delete(reference);
      progress.count(outcome, reused);
      line.print(`${isListed(outcome) ? '✔' : '✖'} ${text}`);
      show();
    },
    close: async () => {
      line.close();
      console.error(progress.format(performance.now()));
    },
  };
}

function listView(references: readonly string[]): CrawlView {
  const progress = createProgress(references.length, performance.now());
  const list = createLiveList(references);
  return {
    step: (reference, text) => list.row(reference)?.show(text),
    finish: (reference, text, outcome, reused) => {
      progress.count(outcome, reused);
      list.row(reference)?.end(text, isListed(outcome));
    },
    close: async () => {
      await list.close('not finished');
      if (references.length > 1) console.error(progress.format(performance.now()));
    },
  };
}

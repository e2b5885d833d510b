import { createLiveList } from './live-list.ts';

/** Where a crawl tells how it goes. Everything is written to standard error: standard output is for results. */
export interface CrawlView {
  /** What happens to this reference now, for example "installing". */
  step(reference: string, text: string): void;
  /** Its last line. `good` says whether its tools were listed. */
  finish(reference: string, text: string, good: boolean): void;
  /** Resolves when everything is on the screen. Call it once, whatever happened. */
  close(): Promise<void>;
}

const tallestView = 20;

/** A live view on a terminal, plain lines elsewhere and for lists longer than a screen. */
export function showCrawl(references: readonly string[]): CrawlView {
  return process.stderr.isTTY && references.length <= tallestView ? liveView(references) : lineView(references.length);
}

function lineView(total: number): CrawlView {
  let done = 0;
  return {
    step: (reference, text) => console.error(`${reference}: ${text}`),
    finish: (_reference, text) => {
      done += 1;
      console.error(`[${done}/${total}] ${text}`);
    },
    close: async () => {},
  };
}

function liveView(references: readonly string[]): CrawlView {
  const list = createLiveList(references);
  return {
    step: (reference, text) => list.row(reference)?.show(text),
    finish: (reference, text, good) => list.row(reference)?.end(text, good),
    close: () => list.close('not finished'),
  };
}

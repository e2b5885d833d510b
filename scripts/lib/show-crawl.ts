import { Listr, ListrLogger, ProcessOutput } from 'listr2';

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

interface Row {
  show(text: string): void;
  end(text: string, good: boolean): void;
  ended: Promise<void>;
}

function liveView(references: readonly string[]): CrawlView {
  const rows = new Map(references.map((reference) => [reference, createRow()]));
  const tasks = references.map((reference) => ({
    title: reference,
    task: (_: unknown, task: { title: string; output: string }) => {
      const row = rows.get(reference);
      if (row) {
        row.show = (text) => {
          task.output = text;
        };
        const settle = row.end;
        row.end = (text, good) => {
          task.title = text;
          settle(text, good);
        };
      }
      return row?.ended;
    },
  }));
  const list = new Listr(tasks, {
    concurrent: true,
    exitOnError: false,
    registerSignalListeners: false,
    rendererOptions: {
      logger: new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) }),
      collapseErrors: false,
      showErrorMessage: false,
    },
  });
  const shown = list.run().then(
    () => {},
    () => {},
  );
  return {
    step: (reference, text) => rows.get(reference)?.show(text),
    finish: (reference, text, good) => rows.get(reference)?.end(text, good),
    close: async () => {
      for (const [reference, row] of rows) row.end(`${reference}: not finished`, false);
      await shown;
    },
  };
}

function createRow(): Row {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  promise.catch(() => {});
  return {
    show: () => {},
    end: (text, good) => (good ? resolve() : reject(new Error(text))),
    ended: promise,
  };
}

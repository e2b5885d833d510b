import { Listr, ListrLogger, ProcessOutput } from 'listr2';

/** One line of a live list: a spinner with what happens now, then a tick or a cross. */
export interface LiveRow {
  show(text: string): void;
  /** The first call counts. */
  end(title: string, good: boolean): void;
}

export interface LiveList {
  row(title: string): LiveRow | undefined;
  /** Ends what is still open with this word and resolves when all is on the screen. */
  close(word: string): Promise<void>;
}

/** Shows these titles on standard error, which must be a terminal, until the list is closed. */
export function createLiveList(titles: readonly string[]): LiveList {
  const rows = new Map<string, LiveRow>();
  const tasks = titles.map((title) => {
    const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
    const task = { title, output: '' };
    let shown: { title: string; output: string } = task;
    let open = true;
    rows.set(title, {
      show: (text) => {
        shown.output = text;
      },
      end: (text, good) => {
        if (!open) return;
        open = false;
        shown.title = text;
        if (good) resolve();
        else reject(new Error(text));
      },
    });
    ended.catch(() => {});
    const begin = (_: unknown, wrapper: { title: string; output: string }) => {
      wrapper.title = shown.title;
      shown = wrapper;
      return ended;
    };
    return { title, task: begin };
  });
  const listr = new Listr(tasks, {
    concurrent: true,
    exitOnError: false,
    registerSignalListeners: false,
    rendererOptions: {
      logger: new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) }),
      collapseErrors: false,
      showErrorMessage: false,
    },
  });
  const shown = listr.run().catch(() => {});
  return {
    row: (title) => rows.get(title),
    close: async (word) => {
      for (const [title, row] of rows) row.end(`${title}: ${word}`, false);
      await shown;
    },
  };
}

import type { WriteStream } from 'node:tty';

/** One line at the foot of a terminal that is written over, with finished lines above it. */
export interface StatusLine {
  /** Writes a line above. */
  print(line: string): void;
  show(text: string): void;
  /** Takes the status away. */
  close(): void;
}

const clear = '\r\u001b[K';

export function createStatusLine(terminal: WriteStream): StatusLine {
  let shown = '';
  const draw = () => terminal.write(`${clear}${shown.slice(0, Math.max(0, terminal.columns - 1))}`);
  return {
    print(line) {
      terminal.write(`${clear}${line}\n`);
      draw();
    },
    show(text) {
      shown = text;
      draw();
    },
    close: () => void terminal.write(clear),
  };
}

const newline = 0x0a;

/** Cuts bytes into lines without ever holding more than one of them. */
export class LineSplitter {
  readonly #maxLineBytes: number;
  readonly #onLine: (line: Buffer) => void;
  #parts: Buffer[] = [];
  #length = 0;

  constructor(maxLineBytes: number, onLine: (line: Buffer) => void) {
    this.#maxLineBytes = maxLineBytes;
    this.#onLine = onLine;
  }

  /** False as soon as a line is longer than allowed; nothing is to be added after that. */
  add(chunk: Buffer): boolean {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      if (!this.#keep(chunk.subarray(start, end))) return false;
      const line = this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts, this.#length);
      this.#parts = [];
      this.#length = 0;
      this.#onLine(line);
      start = end + 1;
    }
    return this.#keep(chunk.subarray(start));
  }

  #keep(part: Buffer): boolean {
    this.#parts.push(part);
    this.#length += part.length;
    return this.#length <= this.#maxLineBytes;
  }
}

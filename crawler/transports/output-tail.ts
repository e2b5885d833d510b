/** Keeps the end of a stream in bounded memory and counts all of it. */
export class OutputTail {
  /** All bytes that ever came. */
  bytes = 0;
  readonly #length: number;
  #kept = Buffer.alloc(0);

  /** `length` in UTF-16 code units. */
  constructor(length: number) {
    this.#length = length;
  }

  add(chunk: Buffer): void {
    this.bytes += chunk.length;
    // At most four bytes make one code unit.
    this.#kept = Buffer.concat([this.#kept, chunk.subarray(-4 * this.#length)]).subarray(-4 * this.#length);
  }

  get text(): string {
    return this.#kept.toString('utf8').slice(-this.#length);
  }
}

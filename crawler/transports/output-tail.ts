/** Keeps the end of a stream in bounded memory and counts all of it. */
export class OutputTail {
  /** All bytes that ever came. */
  bytes = 0;
  readonly #length: number;
  #parts: Buffer[] = [];
  #partBytes = 0;

  /** `length` in UTF-16 code units. */
  constructor(length: number) {
    this.#length = length;
  }

  add(chunk: Buffer): void {
    this.bytes += chunk.length;
    this.#parts.push(chunk);
    this.#partBytes += chunk.length;
    // Joined now and then: for each of a million short lines it would copy the whole tail.
    if (this.#parts.length > maxParts || this.#partBytes > 8 * this.#length) this.#join();
  }

  get text(): string {
    return this.#join().toString('utf8').slice(-this.#length);
  }

  /** At most four bytes make one code unit. */
  #join(): Buffer {
    const joined = Buffer.from(Buffer.concat(this.#parts).subarray(-4 * this.#length));
    this.#parts = [joined];
    this.#partBytes = joined.length;
    return joined;
  }
}

const maxParts = 256;

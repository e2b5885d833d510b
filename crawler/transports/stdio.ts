import type { Readable } from 'node:stream';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { isJsonObject } from '../../domain/json.ts';
import type { CrawlLimits } from '../limits.ts';
import type { SandboxedProcess } from '../sandbox/sandbox.ts';
import { LineSplitter } from './line-splitter.ts';
import { OutputTail } from './output-tail.ts';

/**
 * MCP over the standard streams of a sandboxed process: JSON-RPC, one message a line. A Transport of both SDK
 * generations; theirs start the process themselves and buffer without bound.
 * Lines that are no messages are skipped. Passing a limit ends the process and is told by `tooLarge`.
 */
export class StdioTransport {
  onclose: (() => void) | undefined;
  onerror: ((error: Error) => void) | undefined;
  onmessage: ((message: JSONRPCMessage) => void) | undefined;
  /** Which limit on the server's output was passed, in words. */
  tooLarge: string | null = null;
  /** Lines on stdout that were no messages. */
  skippedLines = 0;
  /** Whether any message ever came. */
  hasSpoken = false;
  readonly stderr: OutputTail;
  /** The end of what came on stdout and was no message. */
  readonly noise: OutputTail;
  readonly #process: SandboxedProcess;
  readonly #limits: CrawlLimits;
  #stdoutBytes = 0;
  #closed = false;

  constructor(process: SandboxedProcess, limits: CrawlLimits) {
    this.#process = process;
    this.#limits = limits;
    this.stderr = new OutputTail(limits.stderrTailLength);
    this.noise = new OutputTail(limits.stderrTailLength);
  }

  async start(): Promise<void> {
    const { stdout, stderr, ended } = this.#process;
    const lines = new LineSplitter(this.#limits.maxMessageBytes, (line) => this.#readLine(line));
    stdout.on('data', (chunk: Buffer) => {
      if (this.tooLarge) return;
      this.#stdoutBytes += chunk.length;
      if (this.#stdoutBytes > this.#limits.maxOutputBytes) this.#refuse('the output', this.#limits.maxOutputBytes);
      else if (!lines.add(chunk)) this.#refuse('one line', this.#limits.maxMessageBytes);
    });
    stderr.on('data', (chunk: Buffer) => {
      this.stderr.add(chunk);
      if (this.stderr.bytes > this.#limits.maxOutputBytes) this.#refuse('stderr', this.#limits.maxOutputBytes);
    });
    for (const stream of [stdout, stderr]) stream.on('error', (error) => this.onerror?.(error));
    // What was written before the end may still be in the pipe.
    void ended.then(() => Promise.all([stdout, stderr].map(drained))).then(() => this.#reportClosed());
  }

  async send(message: JSONRPCMessage): Promise<void> {
    const { stdin } = this.#process;
    if (stdin.writableLength > this.#limits.maxMessageBytes)
      throw new Error('The server does not read what it is sent.');
    stdin.write(`${JSON.stringify(message)}\n`);
  }

  async close(): Promise<void> {
    await this.#process.stop();
    this.#reportClosed();
  }

  #readLine(line: Buffer): void {
    const message = parseMessage(line);
    if (message) {
      this.hasSpoken = true;
      this.onmessage?.(message);
    } else if (line.length > 0) {
      this.skippedLines++;
      this.noise.add(line);
      this.noise.add(Buffer.from('\n'));
      if (this.skippedLines > maxSkippedLines) this.#refuse('lines that are no messages', maxSkippedLines);
    }
  }

  #refuse(what: string, limit: number): void {
    if (this.tooLarge) return;
    this.tooLarge = `${what} passed the limit of ${limit.toLocaleString('en')}${what.startsWith('lines') ? '' : ' bytes'}`;
    this.onerror?.(new Error(this.tooLarge));
    void this.#process.kill();
  }

  #reportClosed(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.onclose?.();
  }
}

// Trying to parse a line costs microseconds, so millions of short ones would cost minutes.
const maxSkippedLines = 100_000;

function parseMessage(line: Buffer): JSONRPCMessage | null {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    return isJsonObject(value) && value.jsonrpc === '2.0' ? (value as unknown as JSONRPCMessage) : null;
  } catch {
    return null;
  }
}

function drained(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.readableEnded) resolve();
    else stream.once('close', resolve);
  });
}

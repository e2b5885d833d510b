/** Bounds on one crawl of one server. Every number is a cap: reaching one ends the attempt with its own outcome. */
export interface CrawlLimits {
  /** From the start of the process to the first answer. First starts after an install may take 20 s. */
  connectTimeoutMs: number;
  /** For one request after the connection stands. */
  requestTimeoutMs: number;
  installTimeoutMs: number;
  /** How long a remote server may put one request off, all its Retry-After together. */
  maxPutOffMs: number;
  /** One JSON-RPC message, in bytes. The largest real answer seen was 1.03 MB. */
  maxMessageBytes: number;
  /** All that a server may print in one session, stdout and stderr each, in bytes. */
  maxOutputBytes: number;
  maxPages: number;
  maxTools: number;
  /** One definition as JSON, in UTF-16 code units. */
  maxDefinitionLength: number;
  /** Nesting of one definition; the deepest real one had 21. */
  maxDefinitionDepth: number;
  /** Resident memory of the whole process tree, in bytes. */
  maxMemoryBytes: number;
  maxProcesses: number;
  /** Each of the size-limited folders that a server may write to, in bytes. */
  maxScratchBytes: number;
  /** What is kept of stderr, in UTF-16 code units. */
  stderrTailLength: number;
}

export const defaultLimits: CrawlLimits = {
  connectTimeoutMs: 30_000,
  requestTimeoutMs: 20_000,
  installTimeoutMs: 180_000,
  maxPutOffMs: 10_000,
  maxMessageBytes: 16 * 2 ** 20,
  maxOutputBytes: 64 * 2 ** 20,
  maxPages: 100,
  maxTools: 5_000,
  maxDefinitionLength: 4 * 2 ** 20,
  maxDefinitionDepth: 128,
  maxMemoryBytes: 2 * 2 ** 30,
  maxProcesses: 128,
  maxScratchBytes: 256 * 2 ** 20,
  stderrTailLength: 4_000,
};

import { spawn } from 'node:child_process';

export interface ClientRequest {
  /** Looked up on the PATH of `environment` unless it holds a slash. */
  command: string;
  arguments: readonly string[];
  folder: string;
  environment: Readonly<Record<string, string | undefined>>;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Given on stdin, which is else empty. */
  input?: string | undefined;
}

export interface ClientAnswer {
  ending: 'exited' | 'not-started' | 'timed-out' | 'interrupted';
  code: number | null;
  /** Both capped: a client's answer fits, a flood does not. */
  stdout: string;
  stderr: string;
}

const maxKept = 8 * 2 ** 20;

/**
 * Runs a registry's own client (npm, pip, uv) to its end: no shell, its own process group, which is ended
 * as a whole on abort and at the time limit. Never rejects.
 */
export function runClient(request: ClientRequest): Promise<ClientAnswer> {
  if (request.signal?.aborted) return Promise.resolve({ ending: 'interrupted', code: null, stdout: '', stderr: '' });
  const limit = AbortSignal.timeout(request.timeoutMs);
  const child = spawn(request.command, request.arguments, {
    cwd: request.folder,
    env: request.environment,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {}).end(request.input ?? '');
  const stdout = keep(child.stdout);
  const stderr = keep(child.stderr);

  return new Promise((resolve) => {
    const end = () => killGroup(child.pid);
    const signals = request.signal ? [limit, request.signal] : [limit];
    for (const signal of signals) signal.addEventListener('abort', end, { once: true });
    const finish = (ending: ClientAnswer['ending'], code: number | null) => {
      for (const signal of signals) signal.removeEventListener('abort', end);
      killGroup(child.pid);
      resolve({ ending, code, stdout: stdout(), stderr: stderr() });
    };
    child.once('error', () => finish('not-started', null));
    child.once('close', (code) => {
      if (request.signal?.aborted) finish('interrupted', code);
      else finish(limit.aborted && code !== 0 ? 'timed-out' : 'exited', code);
    });
  });
}

function keep(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  let kept = 0;
  stream.on('data', (chunk: Buffer) => {
    if (kept < maxKept) chunks.push(chunk);
    kept += chunk.length;
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended already.
  }
}

import type { Listing } from '../domain/crawl-outcome.ts';
import { explainStdioFailure } from './explain-failure.ts';
import { listPages } from './list-pages.ts';
import type { ListingAttempt } from './listing-attempt.ts';
import { observeSession } from './observe-session.ts';
import type { Sandbox, SandboxRequest } from './sandbox/sandbox.ts';
import { openStdioSession } from './transports/open-transport.ts';
import { SessionError } from './transports/session.ts';
import { StdioTransport } from './transports/stdio.ts';

/**
 * Starts a server in the sandbox, asks for its tools and ends it. Tools are listed, never called.
 * Throws LocalFaultError and UsageError where the sandbox cannot start what was asked for.
 */
export async function listToolsOverStdio(
  sandbox: Sandbox,
  request: SandboxRequest,
  signal?: AbortSignal,
): Promise<ListingAttempt> {
  const started = performance.now();
  let process = await sandbox.start(request);
  let transport = new StdioTransport(process, request.limits);
  let fresh = true;
  const start = async () => {
    if (!fresh) {
      await process.kill();
      process = await sandbox.start(request);
      transport = new StdioTransport(process, request.limits);
    }
    fresh = false;
    return transport;
  };
  const common = () => ({ stderr: transport.stderr.text, seconds: (performance.now() - started) / 1000 });
  try {
    const session = await openStdioSession(start, request.limits, signal);
    const listed = await listPages(session, request.limits, signal);
    const seconds = (performance.now() - started) / 1000;
    const { observed, again } = await observeSession(session, listed, request.limits, signal);
    const { protocolVersion, serverInfo, instructions } = session;
    const { tools, rejected, partial } = listed;
    const { transport: name } = session;
    const listing: Listing = { transport: name, protocolVersion, serverInfo, instructions, tools, rejected, observed };
    const reason = `Listed over stdio, protocol ${protocolVersion}.`;
    return { listing, failure: null, reason, partial, again, exitCode: null, ...common(), seconds };
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    await process.kill();
    const explanation = await explainStdioFailure(error, transport, process);
    return { listing: null, partial: null, again: null, ...explanation, ...common() };
  } finally {
    await process.stop();
  }
}

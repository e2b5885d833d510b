import { explainHttpFailure } from './explain-failure.ts';
import { listPages } from './list-pages.ts';
import type { ListingAttempt } from './listing-attempt.ts';
import { observeSession } from './observe-session.ts';
import { type Session, SessionError } from './transports/session.ts';
import { type HttpOptions, openHttpSession } from './transports/streamable-http.ts';

/** Asks a remote server for its tools. Tools are listed, never called. */
export async function listToolsOverHttp(url: URL, options: HttpOptions): Promise<ListingAttempt> {
  const started = performance.now();
  const common = () => ({ stderr: '', exitCode: null, seconds: (performance.now() - started) / 1000 });
  let session: Session | undefined;
  try {
    session = await openHttpSession(url, options);
    const listed = await listPages(session, options.limits, options.signal);
    const { observed, again } = await observeSession(session, listed, options.limits, options.signal);
    const { transport, protocolVersion, serverInfo, instructions } = session;
    const { tools, rejected, partial } = listed;
    const listing = { transport, protocolVersion, serverInfo, instructions, tools, rejected, observed };
    return {
      listing,
      failure: null,
      reason: `Listed over ${transport}, protocol ${protocolVersion}.`,
      partial,
      again,
      ...common(),
    };
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return { listing: null, partial: null, again: null, ...common(), ...explainHttpFailure(error) };
  } finally {
    await session?.close();
  }
}

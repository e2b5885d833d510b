import { isJsonObject } from '../../domain/json.ts';

/** What this needs of a transport of either SDK generation. */
interface Tappable {
  // biome-ignore lint/suspicious/noExplicitAny: the generations' message types differ, and none of them is relied on.
  send(message: any, options?: any): Promise<void>;
  onerror?: ((error: Error) => void) | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  onmessage?: ((message: any, extra?: any) => void) | undefined;
}

/**
 * Takes the results of methods off the wire before the SDK sees them and gives it stand-ins in their place: its
 * schemas drop keys they do not know, and one malformed tool would fail the whole list. `standIns` is by method.
 * Returns a function that gives the newest result, once.
 */
export function keepRawResults(transport: Tappable, standIns: Readonly<Record<string, object>>): () => unknown {
  const asked = new Map<unknown, object>();
  let newest: unknown;
  let handler: Tappable['onmessage'];

  const send = transport.send.bind(transport);
  transport.send = (message, options) => {
    const standIn = typeof message.method === 'string' ? standIns[message.method] : undefined;
    if (standIn) asked.set(message.id, standIn);
    return send(message, options);
  };
  const deliver: Tappable['onmessage'] = (message, extra) => {
    try {
      const standIn = isJsonObject(message) && Object.hasOwn(message, 'result') ? asked.get(message.id) : undefined;
      if (!standIn) return handler?.(message, extra);
      asked.delete(message.id);
      newest = message.result;
      handler?.({ ...message, result: standIn }, extra);
    } catch (error) {
      // The SDKs put messages that they do not understand into errors as text, which fails for very deep ones.
      transport.onerror?.(error instanceof Error ? error : new Error(String(error)));
    }
  };
  Object.defineProperty(transport, 'onmessage', {
    configurable: true,
    get: () => (handler ? deliver : undefined),
    set(next: Tappable['onmessage']) {
      handler = next;
    },
  });
  return () => {
    const result = newest;
    newest = undefined;
    return result;
  };
}

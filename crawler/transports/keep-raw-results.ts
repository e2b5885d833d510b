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
 * Takes the results of a method off the wire before the SDK sees them and gives it `standIn` in their place: its
 * schemas drop keys they do not know, and one malformed tool would fail the whole list.
 * Returns a function that gives the newest result, once.
 */
export function keepRawResults(transport: Tappable, method: string, standIn: object): () => unknown {
  const asked = new Set<unknown>();
  let newest: unknown;
  let handler: Tappable['onmessage'];

  const send = transport.send.bind(transport);
  transport.send = (message, options) => {
    if (message.method === method) asked.add(message.id);
    return send(message, options);
  };
  const deliver: Tappable['onmessage'] = (message, extra) => {
    try {
      if (!isJsonObject(message) || !Object.hasOwn(message, 'result') || !asked.delete(message.id)) {
        return handler?.(message, extra);
      }
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

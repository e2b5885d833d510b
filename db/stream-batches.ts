/**
 * Turns a producer that must not return before its last batch was taken, such as a transaction, into an iterable.
 * `send` resolves when the batch is taken and rejects when the reader stops, which ends the producer.
 */
export async function* streamBatches<Item>(
  produce: (send: (batch: Item[]) => Promise<void>) => Promise<void>,
): AsyncGenerator<Item[]> {
  const { readable, writable } = new TransformStream<Item[], Item[]>(undefined, undefined, { highWaterMark: 0 });
  const writer = writable.getWriter();
  const produced = produce((batch) => writer.write(batch)).then(
    () => writer.close(),
    (error) => writer.abort(error),
  );
  try {
    yield* readable;
  } finally {
    await produced.catch(() => {});
  }
}

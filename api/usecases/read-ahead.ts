/**
 * Takes from the source as fast as it gives, however slow the reader: each time all that came since the
 * last time. Ends the source when the reader ends.
 */
export async function* readAhead<Item>(
  source: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>,
): AsyncGenerator<readonly Item[], void> {
  let waiting: Item[] = [];
  let change = Promise.withResolvers<void>();
  let isEnded = false;
  const reading = (async () => {
    try {
      for await (const items of source) {
        if (isEnded) return;
        waiting.push(...items);
        change.resolve();
      }
    } finally {
      isEnded = true;
      change.resolve();
    }
  })();
  // Told to the reader, below, and only then.
  reading.catch(() => {});
  try {
    for (;;) {
      await change.promise;
      change = Promise.withResolvers();
      const taken = waiting;
      waiting = [];
      if (taken.length > 0) yield taken;
      if (isEnded && waiting.length === 0) break;
    }
    await reading;
  } finally {
    isEnded = true;
  }
}

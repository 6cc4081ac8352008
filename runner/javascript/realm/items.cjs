// The chunks of a stream one after the other: in a loop, as an array, each changed or left out.
(function items(kit) {
  "use strict";

  const { own } = kit;

  /** The next chunk, as soon as there is one; null at the end. */
  async function next(stream, news) {
    for (;;) {
      const chunk = stream.destroyed ? null : stream.read();
      if (news.failure !== undefined) throw news.failure.error;
      if (chunk !== null || stream.readableEnded || stream.destroyed) return chunk;
      await new own.Promise((resolve) => {
        news.wake = resolve;
      });
    }
  }

  async function* chunks(stream) {
    const news = { wake: () => {}, failure: undefined };
    const wake = () => news.wake();
    const fail = (error) => {
      news.failure = { error };
      wake();
    };
    stream.on("readable", wake).on("end", wake).on("close", wake).on("error", fail);
    try {
      for (;;) {
        const chunk = await next(stream, news);
        if (chunk === null) return;
        yield chunk;
      }
    } finally {
      if (!stream.readableEnded) stream.destroy();
    }
  }

  async function* mapped(stream, act) {
    for await (const one of stream) yield await act(one);
  }
  async function* filtered(stream, test) {
    for await (const one of stream) if (await test(one)) yield one;
  }

  function from(Readable, given, options) {
    const isOne = typeof given === "string" || given instanceof Uint8Array;
    const all = isOne ? [given] : given;
    const iterator = (all[Symbol.asyncIterator] ?? all[Symbol.iterator]).call(all);
    const stream = new Readable({ objectMode: true, ...options });
    stream._read = async () => {
      try {
        const { value, done } = await iterator.next();
        stream.push(done ? null : await value);
      } catch (error) {
        stream.destroy(error);
      }
    };
    return stream;
  }

  kit.addItems = (Readable) => {
    Readable.from = (given, options) => from(Readable, given, options);
    const methods = {
      [Symbol.asyncIterator]() {
        return chunks(this);
      },
      async toArray() {
        const all = [];
        for await (const one of this) own.push(all, one);
        return all;
      },
      async forEach(act) {
        for await (const one of this) await act(one);
      },
      map(act) {
        return Readable.from(mapped(this, act));
      },
      filter(test) {
        return Readable.from(filtered(this, test));
      },
    };
    for (const name of Reflect.ownKeys(methods))
      own.defineProperty(Readable.prototype, name, {
        value: methods[name],
        writable: true,
        configurable: true,
      });
  };
});

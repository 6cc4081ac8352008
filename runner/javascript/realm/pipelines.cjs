// The module `stream`: all kinds of streams, what waits for them and what puts them in a row.
(function pipelines(kit) {
  "use strict";

  const { own } = kit;
  const isStream = (value) =>
    typeof value?.pipe === "function" || typeof value?.write === "function";

  function finished(stream, options, callback = options) {
    let isSettled = false;
    const settle = (error) => {
      if (isSettled) return;
      isSettled = true;
      if (error) callback(error);
      else callback();
    };
    const isDone = () =>
      (stream._readableState?.hasToldEnd ?? true) && (stream._writableState?.hasFinished ?? true);
    for (const name of ["end", "finish"]) stream.on(name, () => isDone() && settle());
    stream.on("error", settle);
    stream.on("close", () => {
      if (isDone()) settle();
      else settle(own.misuse(own.Error, "ERR_STREAM_PREMATURE_CLOSE", "Premature close"));
    });
    return () => settle();
  }

  const finishing = (stream) =>
    new own.Promise((resolve, reject) => {
      finished(stream, (error) => (error ? reject(error) : resolve()));
    });

  async function run(stages) {
    const { Readable } = kit.require("stream");
    const ends = [];
    let last = stages[0];
    if (typeof last === "function") last = last();
    if (!isStream(last)) last = Readable.from(last);
    own.push(ends, last);
    for (const stage of stages.slice(1)) {
      if (isStream(stage)) {
        last.pipe(stage);
        own.push(ends, stage);
        last = stage;
        continue;
      }
      const made = stage(last, { signal: undefined });
      if (typeof made?.[Symbol.asyncIterator] === "function") {
        last = Readable.from(made);
        own.push(ends, last);
      } else {
        const value = await made;
        return value;
      }
    }
    await own.Promise.all(
      ends.filter((stream) => !kit.isOutput(stream)).map((stream) => finishing(stream)),
    );
    return undefined;
  }

  const isStage = (one) =>
    typeof one === "function" ||
    isStream(one) ||
    typeof (one[Symbol.asyncIterator] ?? one[Symbol.iterator]) === "function";
  function pipeline(...given) {
    const callback = typeof given.at(-1) === "function" ? given.pop() : () => {};
    const stages = own.isArray(given[0]) && given.length === 1 ? given[0] : given;
    own.whenSettled(
      run(stages),
      (value) => kit.nextTick(() => callback(undefined, value)),
      (error) => kit.nextTick(() => callback(error)),
    );
    return stages.at(-1);
  }

  let readable;
  /** Most programs need no other. */
  kit.readable = () => {
    readable ??= kit.makeReadable(class Stream extends kit.EventEmitter {});
    return readable;
  };
  let writables;
  kit.writables = () => {
    writables ??= kit.makeWritables(own.getPrototypeOf(kit.readable()), kit.readable());
    return writables;
  };

  let made;
  /** The function that is the module, with its kinds as members. */
  kit.makeStream = () => {
    if (made !== undefined) return made;
    const Readable = kit.readable();
    const Stream = own.getPrototypeOf(Readable);
    const promises = {
      pipeline: (...given) => run(given.filter(isStage)),
      finished: finishing,
    };
    made = Object.assign(Stream, { Stream, Readable, finished, pipeline, promises });
    Object.assign(made, kit.writables());
    return made;
  };

  const whole = async (stream) => {
    const parts = [];
    for await (const part of stream)
      own.push(parts, typeof part === "string" ? kit.Buffer.from(part) : part);
    return kit.Buffer.concat(parts);
  };
  kit.makeConsumers = () => ({
    buffer: whole,
    text: async (stream) => (await whole(stream)).toString(),
    json: async (stream) => own.parse((await whole(stream)).toString()),
    arrayBuffer: async (stream) => new Uint8Array(await whole(stream)).buffer,
  });
});

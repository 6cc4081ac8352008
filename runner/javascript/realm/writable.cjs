// Streams to write to, as Node has them, and those that one can both write to and read from.
(function writable(kit) {
  "use strict";

  const { own } = kit;
  const USUAL_MARK = 65_536;

  const methods = {
    _write(_chunk, _encoding, done) {
      if (typeof this._writev === "function") this._writev([{ chunk: _chunk }], done);
      else
        done(
          own.misuse(
            own.Error,
            "ERR_METHOD_NOT_IMPLEMENTED",
            "The _write() method is not implemented",
          ),
        );
    },
    write(chunk, encoding, callback) {
      const then = typeof encoding === "function" ? encoding : callback;
      const state = this._writableState;
      const coding = typeof encoding === "string" ? encoding : "utf8";
      const taken = takenAs(chunk, coding, state);
      if (state.isEnding) {
        const error = own.misuse(own.Error, "ERR_STREAM_WRITE_AFTER_END", "write after end");
        kit.nextTick(() => {
          then?.(error);
          this.destroy(error);
        });
        return false;
      }
      const size = state.objectMode ? 1 : taken.length;
      state.length += size;
      const isBelow = state.length < state.mark;
      if (!isBelow) state.needsDrain = true;
      own.push(state.waiting, {
        chunk: taken,
        encoding: typeof taken === "string" ? coding : "buffer",
        then,
        size,
      });
      writeNext(this);
      return isBelow;
    },
    end(...given) {
      const then = given.find((one) => typeof one === "function");
      const [chunk, encoding] = given;
      const state = this._writableState;
      if (chunk !== undefined && chunk !== null && typeof chunk !== "function")
        this.write(chunk, typeof encoding === "string" ? encoding : undefined);
      if (typeof then === "function") this.once("finish", then);
      state.isEnding = true;
      this.writable = false;
      finishIfDone(this);
      return this;
    },
    cork() {
      this._writableState.corks += 1;
    },
    uncork() {
      const state = this._writableState;
      if (state.corks > 0) state.corks -= 1;
      writeNext(this);
    },
    setDefaultEncoding() {
      return this;
    },
  };

  function takenAs(chunk, encoding, { objectMode, keepsTexts }) {
    if (chunk === null)
      throw own.misuse(
        own.TypeError,
        "ERR_STREAM_NULL_VALUES",
        "May not write null values to stream",
      );
    if (objectMode) return chunk;
    if (typeof chunk === "string") return keepsTexts ? chunk : kit.Buffer.from(chunk, encoding);
    if (own.isView(chunk)) return chunk;
    const kinds = "of type string or an instance of Buffer, TypedArray, or DataView";
    throw own.wrongType("chunk", kinds, chunk);
  }
  kit.takenAs = takenAs;

  function writeNext(stream) {
    const state = stream._writableState;
    if (state.isBusy || state.corks > 0 || stream.destroyed) return;
    const next = state.waiting.shift();
    if (next === undefined) {
      finishIfDone(stream);
      return;
    }
    state.isBusy = true;
    let isNow = true;
    const done = (error) => {
      state.isBusy = false;
      state.length -= next.size;
      const tell = () => {
        next.then?.(error ?? null);
        if (error) stream.destroy(error);
        else if (state.needsDrain && state.length === 0 && !state.isEnding) {
          state.needsDrain = false;
          stream.emit("drain");
        }
        writeNext(stream);
      };
      if (isNow) kit.nextTick(tell);
      else tell();
    };
    stream._write(next.chunk, next.encoding, done);
    isNow = false;
  }

  function finishIfDone(stream) {
    const state = stream._writableState;
    if (!state.isEnding || state.isBusy || state.isFinishing || state.waiting.length > 0) return;
    state.isFinishing = true;
    const finish = (error) => {
      if (error) {
        stream.destroy(error);
        return;
      }
      kit.nextTick(() => {
        state.hasFinished = true;
        stream.emit("finish");
        const isRead = stream._readableState?.hasToldEnd ?? true;
        if (isRead) stream.destroy();
      });
    };
    if (typeof stream._final === "function") stream._final(finish);
    else finish();
  }

  function begin(stream, options) {
    const objectMode = options?.writableObjectMode ?? options?.objectMode ?? false;
    stream._writableState = {
      waiting: [],
      length: 0,
      corks: 0,
      isBusy: false,
      isEnding: false,
      hasFinished: false,
      needsDrain: false,
      objectMode,
      keepsTexts: options?.decodeStrings === false,
      mark: options?.highWaterMark ?? (objectMode ? 16 : USUAL_MARK),
    };
    stream.writable = true;
    for (const name of ["write", "writev", "final", "destroy", "transform", "flush"])
      if (typeof options?.[name] === "function") stream[`_${name}`] = options[name];
  }
  const state = (read) => ({ get: read, configurable: true });
  const properties = {
    writableLength: state(function writableLength() {
      return this._writableState.length;
    }),
    writableEnded: state(function writableEnded() {
      return this._writableState.isEnding;
    }),
    writableFinished: state(function writableFinished() {
      return this._writableState.hasFinished;
    }),
    writableHighWaterMark: state(function writableHighWaterMark() {
      return this._writableState.mark;
    }),
    writableNeedDrain: state(function writableNeedDrain() {
      return this._writableState.needsDrain;
    }),
  };

  kit.makeWritables = (Base, Readable) => {
    class Writable extends Base {
      constructor(options) {
        super(options);
        begin(this, options);
        this.destroyed = false;
      }
      pipe() {
        throw own.misuse(own.Error, "ERR_STREAM_CANNOT_PIPE", "Cannot pipe, not readable");
      }
      destroy(error) {
        return own.apply(Readable.prototype.destroy, this, [error]);
      }
    }
    class Duplex extends Readable {
      constructor(options) {
        super(options);
        begin(this, options);
      }
    }
    for (const Kind of [Writable, Duplex]) {
      Object.assign(Kind.prototype, methods);
      Object.defineProperties(Kind.prototype, properties);
    }
    class Transform extends Duplex {
      _read() {}
      _write(chunk, encoding, done) {
        this._transform(chunk, encoding, (error, result) => {
          if (!error && result !== undefined && result !== null) this.push(result);
          done(error);
        });
      }
      _final(done) {
        const end = (error, result) => {
          if (!error && result !== undefined && result !== null) this.push(result);
          if (!error) this.push(null);
          done(error);
        };
        if (typeof this._flush === "function") this._flush(end);
        else end();
      }
    }
    class PassThrough extends Transform {
      _transform(chunk, _encoding, done) {
        done(null, chunk);
      }
    }
    return { Writable, Duplex, Transform, PassThrough };
  };
});

// Streams to read from, as Node has them: what is pushed comes out as events, by `read`, or in a loop.
(function readable(kit) {
  "use strict";

  const { own } = kit;

  kit.makeReadable = (Base) => {
    class Readable extends Base {
      constructor(options = {}) {
        super(options);
        this._readableState = {
          chunks: [],
          flowing: null,
          hasEnded: false,
          isEnding: false,
          hasToldEnd: false,
          isReading: false,
          isTelling: false,
          objectMode: options?.readableObjectMode ?? options?.objectMode ?? false,
          encoding: options?.encoding ?? null,
          pipes: [],
        };
        this.readable = true;
        this.destroyed = false;
        if (typeof options?.read === "function") this._read = options.read;
        if (typeof options?.destroy === "function") this._destroy = options.destroy;
        if (this._readableState.encoding !== null) this.setEncoding(options.encoding);
      }
      _read() {
        throw own.misuse(
          own.Error,
          "ERR_METHOD_NOT_IMPLEMENTED",
          "The _read() method is not implemented",
        );
      }
      get readableFlowing() {
        return this._readableState.flowing;
      }
      get readableEnded() {
        return this._readableState.hasToldEnd;
      }
      get readableObjectMode() {
        return this._readableState.objectMode;
      }
      get readableEncoding() {
        return this._readableState.encoding;
      }
      get readableLength() {
        return this._readableState.chunks.reduce((sum, one) => sum + (one.length ?? 1), 0);
      }
      setEncoding(encoding = "utf8") {
        const state = this._readableState;
        state.encoding = encoding;
        state.decoder = new kit.StringDecoder(encoding);
        state.chunks = state.chunks.map((chunk) => state.decoder.write(chunk));
        return this;
      }
      push(chunk, encoding) {
        const state = this._readableState;
        state.isReading = false;
        if (chunk === null) {
          const rest = state.decoder?.end() ?? "";
          if (rest !== "") own.push(state.chunks, rest);
          state.hasEnded = true;
        } else own.push(state.chunks, this.#taken(chunk, encoding));
        this.#schedule();
        return !state.hasEnded;
      }
      #taken(chunk, encoding) {
        const { objectMode, decoder } = this._readableState;
        if (objectMode) return chunk;
        if (decoder !== undefined && typeof chunk === "string") return chunk;
        const bytes = typeof chunk === "string" ? kit.Buffer.from(chunk, encoding) : chunk;
        return decoder === undefined ? bytes : decoder.write(bytes);
      }
      unshift(chunk) {
        this._readableState.chunks.unshift(this.#taken(chunk));
      }
      read(size) {
        const state = this._readableState;
        this.#fill();
        if (state.chunks.length === 0) {
          if (state.hasEnded) this.#tellEnd();
          return null;
        }
        return state.objectMode || state.flowing ? state.chunks.shift() : this.#takePart(size);
      }
      #takePart(size = 1 / 0) {
        const state = this._readableState;
        const all = state.decoder ? own.join(state.chunks, "") : kit.Buffer.concat(state.chunks);
        if (size < all.length) {
          state.chunks = [all.slice(size)];
          return all.slice(0, size);
        }
        if (size !== 1 / 0 && size > all.length && !state.hasEnded) return null;
        state.chunks = [];
        this.#schedule();
        return all;
      }
      #fill() {
        const state = this._readableState;
        if (state.hasEnded || state.isReading || this.destroyed || state.chunks.length > 0) return;
        state.isReading = true;
        try {
          this._read(65_536);
        } catch (error) {
          this.destroy(error);
        }
      }
      #schedule() {
        const state = this._readableState;
        if (state.isTelling) return;
        state.isTelling = true;
        kit.nextTick(() => {
          state.isTelling = false;
          this.#flow();
        });
      }
      #flow() {
        if (this.destroyed) return;
        if (this.listenerCount("readable") > 0) {
          this.#tellReadable();
          return;
        }
        while (this._readableState.flowing) {
          const chunk = this.read();
          if (chunk === null) return;
          this.emit("data", chunk);
        }
      }
      #tellReadable() {
        const state = this._readableState;
        if (state.chunks.length > 0 || state.hasEnded) this.emit("readable");
        else this.#fill();
        if (state.hasEnded && state.chunks.length === 0) this.#tellEnd();
      }
      #tellEnd() {
        const state = this._readableState;
        if (state.isEnding) return;
        state.isEnding = true;
        this.readable = false;
        kit.nextTick(() => {
          if (this.destroyed) return;
          state.hasToldEnd = true;
          this.emit("end");
          if (this._writableState === undefined || this._writableState.hasFinished) this.destroy();
        });
      }
      on(name, listener) {
        super.on(name, listener);
        const state = this._readableState;
        if (name === "data" && state.flowing !== false && this.listenerCount("readable") === 0)
          this.resume();
        if (name === "readable") {
          state.flowing = false;
          this.#schedule();
        }
        return this;
      }
      resume() {
        const state = this._readableState;
        if (this.listenerCount("readable") === 0) state.flowing = true;
        this.#schedule();
        return this;
      }
      pause() {
        this._readableState.flowing = false;
        return this;
      }
      isPaused() {
        return this._readableState.flowing === false;
      }
      pipe(target, options) {
        const onData = (chunk) => {
          if (target.write(chunk) !== false) return;
          this.pause();
          target.once("drain", () => this.resume());
        };
        own.push(this._readableState.pipes, { target, onData });
        this.on("data", onData);
        if (options?.end !== false && !kit.isOutput(target)) this.once("end", () => target.end());
        target.emit("pipe", this);
        return target;
      }
      unpipe(target) {
        for (const pipe of this._readableState.pipes)
          if (target === undefined || pipe.target === target) this.off("data", pipe.onData);
        return this;
      }
      destroy(error) {
        if (this.destroyed) return this;
        this.destroyed = true;
        const close = (failure) =>
          kit.nextTick(() => {
            if (failure) this.emit("error", failure);
            this.emit("close");
          });
        if (typeof this._destroy === "function") this._destroy(error ?? null, close);
        else close(error);
        return this;
      }
    }
    kit.addItems(Readable);
    return Readable;
  };
});

// What programs use of the web's events: targets, signals that end things, channels, blobs.
(function web(kit) {
  "use strict";

  const { own } = kit;
  const CODES = { __proto__: null, AbortError: 20, TimeoutError: 23, DataCloneError: 25 };
  Object.assign(CODES, { InvalidCharacterError: 5, NotFoundError: 8, SyntaxError: 12 });

  function makeWeb() {
    class DOMException extends Error {
      #name;
      constructor(message = "", options = "Error") {
        super(message);
        this.#name = `${typeof options === "object" ? (options.name ?? "Error") : options}`;
        if (options?.cause !== undefined) this.cause = options.cause;
        own.defineProperty(this, "name", { value: this.#name, configurable: true });
        void this.stack;
        delete this.name;
      }
      get name() {
        return this.#name;
      }
      get code() {
        return CODES[this.#name] ?? 0;
      }
    }
    const abortError = (message = "The operation was aborted", cause = undefined) => {
      const error = own.misuse(own.Error, "ABORT_ERR", message);
      own.defineProperty(error, "name", {
        value: "AbortError",
        writable: true,
        configurable: true,
      });
      if (cause !== undefined) error.cause = cause;
      return error;
    };

    class Event {
      target = null;
      currentTarget = null;
      defaultPrevented = false;
      isStopped = false;
      constructor(type, { cancelable = false, bubbles = false } = {}) {
        this.type = `${type}`;
        this.cancelable = cancelable;
        this.bubbles = bubbles;
        this.timeStamp = kit.ask("now");
        for (const name of ["isStopped", "currentTarget"])
          own.defineProperty(this, name, { value: this[name], writable: true, enumerable: false });
      }
      preventDefault() {
        if (this.cancelable) this.defaultPrevented = true;
      }
      stopPropagation() {}
      stopImmediatePropagation() {
        this.isStopped = true;
      }
      get [Symbol.toStringTag]() {
        return "Event";
      }
    }
    class CustomEvent extends Event {
      constructor(type, options) {
        super(type, options);
        this.detail = options?.detail ?? null;
      }
    }

    class EventTarget {
      #listeners = new own.Map();
      addEventListener(type, listener, options) {
        if (listener === null || listener === undefined) return;
        const listeners = own.mapGet(this.#listeners, type) ?? [];
        if (listeners.some((one) => one.listener === listener)) return;
        const isOnce = typeof options === "object" && options?.once === true;
        own.mapSet(this.#listeners, type, [...listeners, { listener, isOnce }]);
        const { signal } = typeof options === "object" && options !== null ? options : {};
        signal?.addEventListener("abort", () => this.removeEventListener(type, listener));
      }
      removeEventListener(type, listener) {
        const listeners = own.mapGet(this.#listeners, type) ?? [];
        own.mapSet(
          this.#listeners,
          type,
          listeners.filter((one) => one.listener !== listener),
        );
      }
      #heard(type) {
        const handler = this[`on${type}`];
        const listeners = own.mapGet(this.#listeners, type) ?? [];
        return typeof handler === "function" ? [{ listener: handler }, ...listeners] : listeners;
      }
      #tell({ listener, isOnce }, event) {
        if (isOnce) this.removeEventListener(event.type, listener);
        if (typeof listener === "function") kit.attempt(listener, [event], this);
        else kit.attempt(listener.handleEvent, [event], listener);
      }
      dispatchEvent(event) {
        if (!(event instanceof Event)) throw own.wrongType("event", "an instance of Event", event);
        event.target = this;
        event.currentTarget = this;
        for (const one of this.#heard(event.type)) if (!event.isStopped) this.#tell(one, event);
        return !event.defaultPrevented;
      }
    }

    const ends = new WeakMap();
    class AbortSignal extends EventTarget {
      aborted = false;
      reason = undefined;
      onabort = null;
      throwIfAborted() {
        if (this.aborted) throw this.reason;
      }
      static #ended(signal, reason) {
        if (signal.aborted) return;
        signal.aborted = true;
        signal.reason = reason ?? new DOMException("This operation was aborted", "AbortError");
        signal.dispatchEvent(new Event("abort"));
      }
      static {
        ends.set(AbortSignal, (signal, reason) => AbortSignal.#ended(signal, reason));
      }
      static abort(reason) {
        const signal = new AbortSignal();
        AbortSignal.#ended(signal, reason);
        return signal;
      }
      static timeout(ms) {
        const signal = new AbortSignal();
        const reason = () =>
          new DOMException("The operation was aborted due to timeout", "TimeoutError");
        kit.setTimeout(() => AbortSignal.#ended(signal, reason()), ms).unref();
        return signal;
      }
      static any(signals) {
        const joined = new AbortSignal();
        for (const one of signals) {
          if (one.aborted) AbortSignal.#ended(joined, one.reason);
          else one.addEventListener("abort", () => AbortSignal.#ended(joined, one.reason));
        }
        return joined;
      }
    }
    class AbortController {
      signal = new AbortSignal();
      abort(reason) {
        ends.get(AbortSignal)(this.signal, reason);
      }
    }

    class MessagePort extends EventTarget {
      #other;
      #isClosed = false;
      #handler = null;
      static join(one, other) {
        one.#other = other;
        other.#other = one;
      }
      get onmessage() {
        return this.#handler;
      }
      set onmessage(handler) {
        this.#handler = handler;
      }
      on(name, listener) {
        this.addEventListener(name, (event) => listener(event.data));
        return this;
      }
      postMessage(value) {
        const data = kit.structuredClone(value);
        const other = this.#other;
        kit.setImmediate(() => {
          if (other.#isClosed) return;
          const event = new Event("message");
          event.data = data;
          other.dispatchEvent(event);
        });
      }
      start() {}
      ref() {}
      unref() {}
      close() {
        this.#isClosed = true;
        this.#other.#isClosed = true;
      }
    }
    const { join } = MessagePort;
    delete MessagePort.join;
    class MessageChannel {
      port1 = new MessagePort();
      port2 = new MessagePort();
      constructor() {
        join(this.port1, this.port2);
      }
    }

    class Blob {
      #bytes;
      constructor(parts = [], { type = "" } = {}) {
        const { Buffer } = kit;
        const bytesOf = (part) => (part instanceof Blob ? part.#bytes : Buffer.from(part));
        this.#bytes = Buffer.concat([...parts].map(bytesOf));
        this.type = type;
      }
      get size() {
        return this.#bytes.length;
      }
      async text() {
        return this.#bytes.toString();
      }
      async bytes() {
        return new Uint8Array(this.#bytes);
      }
      async arrayBuffer() {
        return new Uint8Array(this.#bytes).buffer;
      }
      slice(start, end, type) {
        return new Blob([this.#bytes.subarray(start, end)], { type });
      }
    }

    const events = { DOMException, Event, CustomEvent, EventTarget, AbortSignal, AbortController };
    return { ...events, MessagePort, MessageChannel, Blob, abortError };
  }

  let made;
  /** All of it, made when it is first asked for. */
  kit.web = () => {
    made ??= makeWeb();
    return made;
  };
});

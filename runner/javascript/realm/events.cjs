// Node's event emitters.
(function events(kit) {
  "use strict";

  const { own } = kit;
  const SHAPE = Symbol("shapeMode");
  const CAPTURE = Symbol("kCapture");

  function EventEmitter() {
    if (this._events === undefined || this._events === own.getPrototypeOf(this)._events) {
      this._events = { __proto__: null };
      this._eventsCount = 0;
    }
    this[SHAPE] = false;
    this._maxListeners ??= undefined;
    this[CAPTURE] = false;
  }
  const { prototype } = EventEmitter;
  prototype._events = undefined;
  prototype._eventsCount = 0;
  prototype._maxListeners = undefined;

  const listOf = (emitter, name) => {
    const kept = emitter._events?.[name];
    if (kept === undefined) return [];
    return typeof kept === "function" ? [kept] : kept;
  };
  function keep(emitter, name, listeners) {
    if (listeners.length === 0) delete emitter._events[name];
    else emitter._events[name] = listeners.length === 1 ? listeners[0] : listeners;
    emitter._eventsCount = Reflect.ownKeys(emitter._events).length;
  }
  const demand = (listener) => {
    if (typeof listener !== "function")
      throw own.wrongType("listener", "of type function", listener);
  };
  function add(emitter, name, listener, isFirst) {
    demand(listener);
    if (emitter._events === undefined) own.apply(EventEmitter, emitter, []);
    if (emitter._events.newListener !== undefined)
      emitter.emit("newListener", name, listener.listener ?? listener);
    const others = listOf(emitter, name);
    keep(emitter, name, isFirst ? [listener, ...others] : [...others, listener]);
    return emitter;
  }
  function onceOnly(emitter, name, listener) {
    demand(listener);
    let hasRun = false;
    const once = (...args) => {
      if (hasRun) return undefined;
      hasRun = true;
      emitter.removeListener(name, once);
      return own.apply(listener, emitter, args);
    };
    once.listener = listener;
    return once;
  }
  function unhandled(given) {
    if (own.isError(given)) return given;
    const words = `Unhandled error. (${kit.show("inspect", given)})`;
    const error = own.misuse(own.Error, "ERR_UNHANDLED_ERROR", words);
    error.context = given;
    return error;
  }

  prototype.on = function on(name, listener) {
    return add(this, name, listener, false);
  };
  prototype.addListener = function addListener(name, listener) {
    return this.on(name, listener);
  };
  prototype.prependListener = function prependListener(name, listener) {
    return add(this, name, listener, true);
  };
  prototype.once = function once(name, listener) {
    return this.on(name, onceOnly(this, name, listener));
  };
  prototype.prependOnceListener = function prependOnceListener(name, listener) {
    return this.prependListener(name, onceOnly(this, name, listener));
  };
  prototype.removeListener = function removeListener(name, listener) {
    demand(listener);
    const listeners = listOf(this, name);
    const at = listeners.findLastIndex((one) => one === listener || one.listener === listener);
    if (at < 0) return this;
    keep(
      this,
      name,
      listeners.filter((_, other) => other !== at),
    );
    if (this._events.removeListener !== undefined) this.emit("removeListener", name, listener);
    return this;
  };
  prototype.off = prototype.removeListener;
  prototype.removeAllListeners = function removeAllListeners(name) {
    if (this._events === undefined) return this;
    const names = name === undefined ? this.eventNames() : [name];
    for (const one of names) keep(this, one, []);
    return this;
  };
  prototype.emit = function emit(name, ...args) {
    const kept = this._events?.[name];
    if (typeof kept === "function") own.apply(kept, this, args);
    else if (kept !== undefined) for (const listener of kept) own.apply(listener, this, args);
    else if (name === "error") throw unhandled(args[0]);
    return kept !== undefined;
  };
  prototype.rawListeners = function rawListeners(name) {
    return [...listOf(this, name)];
  };
  prototype.listeners = function listeners(name) {
    return listOf(this, name).map((one) => one.listener ?? one);
  };
  prototype.listenerCount = function listenerCount(name, listener) {
    if (listener === undefined) return listOf(this, name).length;
    return this.listeners(name).filter((one) => one === listener).length;
  };
  prototype.eventNames = function eventNames() {
    return this._events === undefined ? [] : Reflect.ownKeys(this._events);
  };
  prototype.setMaxListeners = function setMaxListeners(count) {
    this._maxListeners = count;
    return this;
  };
  prototype.getMaxListeners = function getMaxListeners() {
    return this._maxListeners ?? EventEmitter.defaultMaxListeners;
  };

  const listen = (target, name, listener) =>
    typeof target.on === "function"
      ? target.on(name, listener)
      : target.addEventListener(name, listener);
  const ignore = (target, name, listener) =>
    typeof target.off === "function"
      ? target.off(name, listener)
      : target.removeEventListener(name, listener);

  function once(target, name, options) {
    return new own.Promise((resolve, reject) => {
      const listeners = { __proto__: null, [name]: (...args) => settle(resolve, args) };
      if (name !== "error") listeners.error = (error) => settle(reject, error);
      const settle = (act, value) => {
        for (const one of own.keys(listeners)) ignore(target, one, listeners[one]);
        act(value);
      };
      for (const one of own.keys(listeners)) listen(target, one, listeners[one]);
      options?.signal?.addEventListener("abort", () => settle(reject, kit.web().abortError()));
    });
  }

  /** What comes, one after the other, as arrays of arguments. */
  function on(target, name, options) {
    const come = [];
    const waiting = [];
    let isOver = false;
    let failure;
    const put = (step) => {
      const next = waiting.shift();
      if (next === undefined) own.push(come, step);
      else next.resolve(step);
    };
    const take = (...args) => put({ value: args, done: false });
    const end = () => {
      if (isOver) return;
      isOver = true;
      ignore(target, name, take);
      ignore(target, "error", fail);
      for (const one of options?.close ?? []) ignore(target, one, end);
      for (const one of waiting.splice(0)) one.resolve({ value: undefined, done: true });
    };
    const fail = (error) => {
      const next = waiting.shift();
      if (next === undefined) failure = { error };
      else next.reject(error);
      end();
    };
    listen(target, name, take);
    listen(target, "error", fail);
    for (const one of options?.close ?? []) listen(target, one, end);
    options?.signal?.addEventListener("abort", () => fail(kit.web().abortError()));
    let taken = 0;
    return {
      async next() {
        if (taken < come.length) {
          taken += 1;
          return come[taken - 1];
        }
        if (failure !== undefined) {
          const { error } = failure;
          failure = undefined;
          throw error;
        }
        if (isOver) return { value: undefined, done: true };
        const next = own.Promise.withResolvers();
        own.push(waiting, next);
        return next.promise;
      },
      async return() {
        end();
        return { value: undefined, done: true };
      },
      async throw(error) {
        fail(error);
        return { value: undefined, done: true };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  const statics = {
    EventEmitter,
    once,
    on,
    defaultMaxListeners: 10,
    errorMonitor: Symbol("events.errorMonitor"),
    captureRejectionSymbol: Symbol.for("nodejs.rejection"),
    captureRejections: false,
    listenerCount: (emitter, name) => emitter.listenerCount(name),
    getEventListeners: (emitter, name) => emitter.listeners(name),
    getMaxListeners: (emitter) => emitter.getMaxListeners(),
    setMaxListeners: (count, ...emitters) => {
      for (const emitter of emitters) emitter.setMaxListeners?.(count);
    },
  };
  for (const name of own.keys(statics)) EventEmitter[name] = statics[name];
  kit.EventEmitter = EventEmitter;
});

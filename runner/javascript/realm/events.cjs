// What programs use of Node's event emitters.
(function events(kit) {
  "use strict";

  const { own } = kit;

  class EventEmitter {
    #listeners = new own.Map();

    on(name, listener) {
      if (typeof listener !== "function")
        throw new own.TypeError("The listener must be a function.");
      this.#listeners.set(name, [...this.listeners(name), listener]);
      return this;
    }
    addListener(name, listener) {
      return this.on(name, listener);
    }
    once(name, listener) {
      const once = (...args) => {
        this.off(name, once);
        return own.apply(listener, this, args);
      };
      once.listener = listener;
      return this.on(name, once);
    }
    off(name, listener) {
      const left = this.listeners(name).filter(
        (one) => one !== listener && one.listener !== listener,
      );
      this.#listeners.set(name, left);
      return this;
    }
    removeListener(name, listener) {
      return this.off(name, listener);
    }
    removeAllListeners(name) {
      if (name === undefined) this.#listeners = new own.Map();
      else this.#listeners.delete(name);
      return this;
    }
    listeners(name) {
      return this.#listeners.get(name) ?? [];
    }
    listenerCount(name) {
      return this.listeners(name).length;
    }
    eventNames() {
      return [...this.#listeners.keys()];
    }
    setMaxListeners() {
      return this;
    }
    emit(name, ...args) {
      const listeners = this.listeners(name);
      if (listeners.length === 0 && name === "error") throw args[0];
      for (const listener of listeners) own.apply(listener, this, args);
      return listeners.length > 0;
    }
  }
  EventEmitter.EventEmitter = EventEmitter;
  EventEmitter.once = (emitter, name) =>
    new own.Promise((resolve, reject) => {
      emitter.once(name, (...args) => resolve(args));
      if (name !== "error") emitter.once("error", reject);
    });
  kit.EventEmitter = EventEmitter;
});

// Puts into the realm what a program finds in Node, and takes out what would outlive a case.
(function globals(kit) {
  "use strict";

  const { own, ask } = kit;
  kit.performance = {
    now: () => ask("now"),
    get timeOrigin() {
      return ask("origin");
    },
    mark: () => undefined,
    measure: () => undefined,
    toJSON: () => ({}),
  };
  const bytes = (size) => kit.textToBytes(ask("random", size) ?? "");
  const hex = (value) => value.toString(16).padStart(2, "0");
  kit.crypto = {
    getRandomValues: (target) => {
      new Uint8Array(target.buffer, target.byteOffset, target.byteLength).set(
        bytes(target.byteLength),
      );
      return target;
    },
    randomBytes: (size) => kit.Buffer.from(bytes(size)),
    randomInt: (from, to) => {
      const [least, beyond] = to === undefined ? [0, from] : [from, to];
      return least + Math.floor(Math.random() * (beyond - least));
    },
    randomUUID: () => {
      const random = bytes(16);
      random[6] = (random[6] & 0x0f) | 0x40;
      random[8] = (random[8] & 0x3f) | 0x80;
      const text = own.join(Array.from(random, hex), "");
      return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    },
  };
  const { Module, Instance, validate } = WebAssembly;
  const later = (act) => new own.Promise((resolve) => resolve(act()));
  // What is compiled in the background would come back when nobody waits for it.
  const compile = (source) => later(() => new Module(source));
  const instantiate = (source, imports) =>
    later(() => {
      if (source instanceof Module) return new Instance(source, imports);
      const module = new Module(source);
      return { module, instance: new Instance(module, imports) };
    });
  Object.assign(WebAssembly, { compile, instantiate, validate });
  delete WebAssembly.compileStreaming;
  delete WebAssembly.instantiateStreaming;
  delete Atomics.waitAsync;
  delete globalThis.FinalizationRegistry;

  kit.define = (name, value) =>
    own.defineProperty(globalThis, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: false,
    });
  const OFFERED =
    "console process Buffer URL URLSearchParams TextEncoder TextDecoder structuredClone atob btoa";
  for (const name of own.split(OFFERED, " ")) {
    own.defineProperty(globalThis, name, {
      get() {
        const value = kit[name];
        kit.define(name, value);
        return value;
      },
      set: (value) => kit.define(name, value),
      configurable: true,
      enumerable: false,
    });
  }
  const { setTimeout, clearTimeout, setInterval, setImmediate, clearImmediate, queueMicrotask } =
    kit;
  const members = {
    ...{ setTimeout, clearTimeout, setInterval, setImmediate, clearImmediate, queueMicrotask },
    clearInterval: clearTimeout,
    performance: kit.performance,
    crypto: kit.crypto,
    global: globalThis,
  };
  for (const name of own.keys(members)) kit.define(name, members[name]);
});

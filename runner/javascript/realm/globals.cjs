// Puts into the realm what a program finds in Node, and takes out what would outlive a case.
(function globals(kit) {
  "use strict";

  const { own } = kit;
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
  const { setTimeout, clearTimeout, setInterval, setImmediate, clearImmediate, queueMicrotask } =
    kit;
  const members = {
    ...{ setTimeout, clearTimeout, setInterval, setImmediate, clearImmediate, queueMicrotask },
    clearInterval: clearTimeout,
    global: globalThis,
  };
  for (const name of own.keys(members)) kit.define(name, members[name]);
  const OFFERED =
    "console process Buffer URL URLSearchParams TextEncoder TextDecoder structuredClone atob btoa performance crypto";
  for (const name of own.split(OFFERED, " ")) kit.lazily(globalThis, name, () => kit[name]);
  const WEB =
    "DOMException Event CustomEvent EventTarget AbortSignal AbortController MessagePort MessageChannel Blob";
  for (const name of own.split(WEB, " ")) kit.lazily(globalThis, name, () => kit.web()[name]);
});

// The modules of Node that a solution may ask for. None of them reaches outside of the realm.
(function modules(kit) {
  "use strict";

  const { own, show } = kit;
  function makeUtil() {
    const format = (...values) => show("format", ...values);
    return {
      format,
      inspect: (value, options) => show("inspect", value, options),
      promisify:
        (act) =>
        (...args) =>
          new own.Promise((resolve, reject) => {
            act(...args, (error, value) => (error ? reject(error) : resolve(value)));
          }),
      inherits: (Kind, Base) => Object.setPrototypeOf(Kind.prototype, Base.prototype),
      isDeepStrictEqual: (one, other) => kit.isEqual(one, other, true),
      types: { isPromise: (value) => value instanceof own.Promise, isProxy: () => false },
      TextEncoder: kit.TextEncoder,
      TextDecoder: kit.TextDecoder,
    };
  }

  const sleep = (ms, value) => new own.Promise((resolve) => kit.setTimeout(resolve, ms, value));
  const makers = {
    __proto__: null,
    fs: () => kit.makeFs(),
    "fs/promises": () => kit.require("fs").promises,
    util: makeUtil,
    assert: () => kit.makeAssert(),
    "assert/strict": () => kit.require("assert"),
    path: () => kit.makePath(),
    events: () => kit.EventEmitter,
    buffer: () => ({ Buffer: kit.Buffer, atob: kit.atob, btoa: kit.btoa }),
    url: () => ({ URL: kit.URL, URLSearchParams: kit.URLSearchParams }),
    readline: () => kit.readline,
    "readline/promises": () => kit.readline.promises,
    process: () => kit.process,
    console: () => kit.console,
    os: () => ({
      EOL: "\n",
      platform: () => "linux",
      type: () => "Linux",
      cpus: () => [],
      tmpdir: () => "/tmp",
    }),
    perf_hooks: () => ({ performance: kit.performance }),
    timers: () => ({
      setTimeout: kit.setTimeout,
      clearTimeout: kit.clearTimeout,
      setInterval: kit.setInterval,
      clearInterval: kit.clearTimeout,
      setImmediate: kit.setImmediate,
      clearImmediate: kit.clearImmediate,
    }),
    "timers/promises": () => ({
      setTimeout: sleep,
      setImmediate: (value) => new own.Promise((resolve) => kit.setImmediate(resolve, value)),
    }),
    crypto: () => kit.crypto,
  };
  const REFUSED =
    /^(?:child_process|worker_threads|cluster|net|http|https|http2|dgram|dns|tls|vm|v8|inspector|module|wasi|async_hooks|sqlite|zlib|stream|string_decoder|tty|repl)(?:\/\w+)?$/;
  const made = new own.Map();

  function moduleOf(given) {
    const name = own.startsWith(`${given}`, "node:") ? own.slice(`${given}`, 5) : `${given}`;
    if (made.has(name)) return made.get(name);
    const make = makers[name];
    if (make === undefined) {
      const why = own.exec(REFUSED, name)
        ? `${name} is not available here: ${kit.REFUSAL}`
        : `Cannot find module '${name}' (there are: ${own.keys(makers).join(", ")})`;
      const error = new own.Error(why);
      error.code = "MODULE_NOT_FOUND";
      throw error;
    }
    const module = make();
    made.set(name, module);
    return module;
  }

  kit.require = function require(name) {
    return moduleOf(name);
  };
  // For modules of ECMAScript: names as one text, and what each stands for.
  kit.exportsOf = (name) =>
    own.join(
      [
        "default",
        ...own.keys(moduleOf(name)).filter((one) => /^[\w$]+$/.test(one) && one !== "default"),
      ],
      " ",
    );
  kit.importFault = (name) => {
    try {
      moduleOf(name);
    } catch (fault) {
      return fault;
    }
    return new own.Error(`The module '${name}' cannot be imported`);
  };
  kit.exported = (name, one) => (one === "default" ? moduleOf(name) : moduleOf(name)[one]);
});

// The modules of Node that a solution may ask for. None of them reaches outside of the realm.
(function modules(kit) {
  "use strict";

  const { own } = kit;

  const made = { __proto__: null };
  const makeBuffer = () => ({
    Buffer: kit.Buffer,
    Blob: kit.web().Blob,
    atob: kit.atob,
    btoa: kit.btoa,
    kMaxLength: 2 ** 53 - 1,
    constants: { MAX_LENGTH: 2 ** 53 - 1, MAX_STRING_LENGTH: 2 ** 29 - 24 },
  });
  const makePerfHooks = () => ({
    performance: kit.performance,
    PerformanceObserver: class PerformanceObserver {
      observe() {}
      disconnect() {}
    },
  });
  const makeModule = () => {
    const Module = function Module() {};
    const builtinModules = [...own.keys(makers), ...own.split(REFUSED, " ")];
    const isBuiltin = (name) => builtinModules.includes(plainName(name));
    return Object.assign(Module, {
      Module,
      builtinModules,
      isBuiltin,
      createRequire: () => kit.require,
    });
  };

  const makers = {
    __proto__: null,
    fs: () => kit.makeFs(),
    "fs/promises": () => moduleOf("fs").promises,
    util: () => kit.makeUtil(),
    "util/types": () => moduleOf("util").types,
    assert: () => kit.makeAssert(),
    "assert/strict": () => moduleOf("assert").strict,
    path: () => kit.makePath(),
    "path/posix": () => moduleOf("path"),
    events: () => kit.EventEmitter,
    stream: () => kit.makeStream(),
    "stream/promises": () => moduleOf("stream").promises,
    "stream/consumers": () => kit.makeConsumers(),
    string_decoder: () => ({ StringDecoder: kit.StringDecoder }),
    buffer: makeBuffer,
    url: () => kit.makeUrlModule(),
    querystring: () => kit.makeQuerystring(),
    readline: () => kit.readline,
    "readline/promises": () => kit.readline.promises,
    process: () => kit.process,
    console: () => kit.console,
    os: () => kit.makeOs(),
    perf_hooks: makePerfHooks,
    timers: () => kit.makeTimers(),
    "timers/promises": () => kit.timersPromises,
    crypto: () => kit.makeCrypto(),
    module: makeModule,
    constants: () => kit.makeOs().constants.signals,
  };
  const REFUSED =
    "child_process worker_threads cluster net http https http2 dgram dns dns/promises tls vm v8 inspector inspector/promises wasi async_hooks sqlite zlib tty repl test diagnostics_channel domain punycode sys trace_events stream/web test/reporters";
  // Those that only their whole name is the name of.
  const WHOLE = /^(?:test|sqlite|sea|test\/reporters)$/;

  const plainName = (given) =>
    own.startsWith(`${given}`, "node:") ? own.slice(`${given}`, 5) : `${given}`;

  function moduleOf(given) {
    const name = plainName(given);
    if (name in made) return made[name];
    const make = makers[name];
    if (make === undefined) {
      const isNodes =
        own.split(REFUSED, " ").includes(name) && (name !== given || !WHOLE.test(name));
      const why = isNodes
        ? `${name} is not available here: ${kit.REFUSAL}`
        : `Cannot find module '${name}' (there are: ${own.join(own.keys(makers), ", ")})`;
      const error = new own.Error(why);
      error.code = "MODULE_NOT_FOUND";
      throw error;
    }
    const module = make();
    made[name] = module;
    return module;
  }

  kit.require = function require(name) {
    if (typeof name !== "string") throw own.wrongType("id", "of type string", name);
    return moduleOf(name);
  };
  kit.require.resolve = (name) => {
    moduleOf(name);
    return name;
  };
  kit.require.cache = { __proto__: null };
  kit.require.extensions = { __proto__: null };
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

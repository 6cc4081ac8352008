// Node's `util`.
(function nodeUtil(kit) {
  "use strict";

  const { own, show, isEqual, promisified } = kit;
  // They say what promisify is to make of timers.
  void kit.timersPromises;
  const TYPES =
    "AnyArrayBuffer ArrayBuffer ArgumentsObject AsyncFunction BigIntObject BooleanObject BoxedPrimitive DataView Date External GeneratorFunction GeneratorObject Map MapIterator ModuleNamespaceObject NativeError NumberObject Promise Proxy RegExp Set SetIterator SharedArrayBuffer StringObject SymbolObject WeakMap WeakSet ArrayBufferView TypedArray";
  const COLOURS =
    "reset:0:0 bold:1:22 dim:2:22 italic:3:23 underline:4:24 inverse:7:27 strikethrough:9:29 black:30:39 red:31:39 green:32:39 yellow:33:39 blue:34:39 magenta:35:39 cyan:36:39 white:37:39 gray:90:39 grey:90:39 redBright:91:39 greenBright:92:39 yellowBright:93:39 blueBright:94:39 bgRed:41:49 bgGreen:42:49 bgYellow:43:49 bgBlue:44:49";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what they begin with.
  const CONTROL = /\u001b\[[\d;]*[A-Za-z]|\u001b\][^\u0007]*\u0007/g;

  function promisify(act) {
    if (typeof act !== "function") throw own.wrongType("original", "of type function", act);
    if (typeof act[promisified] === "function") return act[promisified];
    function promised(...args) {
      return new own.Promise((resolve, reject) => {
        own.apply(act, this, [...args, (error, value) => (error ? reject(error) : resolve(value))]);
      });
    }
    return Object.setPrototypeOf(promised, own.getPrototypeOf(act));
  }
  promisify.custom = promisified;

  function callbackify(act) {
    return function called(...args) {
      const callback = args.pop();
      own.whenSettled(
        own.apply(own.resolve, own.Promise, [own.apply(act, this, args)]),
        (value) => kit.nextTick(callback, null, value),
        (error) => kit.nextTick(callback, error ?? new own.Error("Promise was rejected")),
      );
    };
  }

  function inherits(Kind, Base) {
    own.defineProperty(Kind, "super_", { value: Base, writable: true, configurable: true });
    Object.setPrototypeOf(Kind.prototype, Base.prototype);
  }

  function deprecate(act, words, code) {
    let isSaid = false;
    return function deprecated(...args) {
      if (!isSaid)
        kit.process.emitWarning(
          words,
          code ? `[${code}] DeprecationWarning` : "DeprecationWarning",
        );
      isSaid = true;
      return new.target ? own.construct(act, args, new.target) : own.apply(act, this, args);
    };
  }

  function makeTypes() {
    const types = {};
    for (const name of own.split(TYPES, " "))
      types[`is${name}`] = (value) => show("is", `is${name}`, value) === 1;
    for (const Kind of [Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array])
      types[`is${Kind.name}`] = (value) => own.viewTag(value) === Kind.name;
    for (const Kind of [Float32Array, Float64Array, BigInt64Array, BigUint64Array])
      types[`is${Kind.name}`] = (value) => own.viewTag(value) === Kind.name;
    return types;
  }

  function styleText(format, text) {
    const codes = Object.fromEntries(
      own.split(COLOURS, " ").map((one) => {
        const [name, begin, end] = one.split(":");
        return [name, [begin, end]];
      }),
    );
    return [format].flat().reduceRight((told, name) => {
      const [begin, end] = codes[name];
      return `\u001b[${begin}m${told}\u001b[${end}m`;
    }, text);
  }

  kit.makeUtil = () => ({
    format: kit.format,
    formatWithOptions: (_options, ...values) => kit.format(...values),
    inspect: kit.inspect,
    promisify,
    callbackify,
    inherits,
    deprecate,
    isDeepStrictEqual: (one, other) => isEqual(one, other, true),
    types: makeTypes(),
    isArray: own.isArray,
    debuglog: () => Object.assign(() => {}, { enabled: false }),
    stripVTControlCharacters: (text) => text.replace(CONTROL, ""),
    styleText,
    toUSVString: (text) => own.toWellFormed(`${text}`),
    TextEncoder: kit.TextEncoder,
    TextDecoder: kit.TextDecoder,
    aborted: (signal) =>
      new own.Promise((resolve) => signal.addEventListener("abort", () => resolve())),
  });
});

// The runner's own copies of what it uses in this realm, taken before a solution can change any of it.
(function own(write, show, ask, leave) {
  "use strict";

  const uncurried = Function.prototype.call.bind.bind(Function.prototype.call);
  const {
    getOwnPropertyDescriptor: descriptorOf,
    getPrototypeOf,
    setPrototypeOf,
    keys,
    getOwnPropertySymbols: symbolsOf,
    is,
    freeze,
  } = Object;
  const { defineProperty: define } = Object;
  // What a program adds to all objects is no part of a description.
  const defineProperty = (holder, name, described) =>
    define(holder, name, { __proto__: null, ...described });

  /** What Node says of an argument of another kind: `Received ...`. */
  function received(value) {
    if (value === undefined || value === null) return `Received ${value}`;
    if (typeof value === "function") return `Received function ${value.name}`;
    const name = typeof value === "object" ? value.constructor?.name : undefined;
    if (name) return `Received an instance of ${name}`;
    const shown = show("inspect", value, { depth: -1 });
    return typeof value === "object"
      ? `Received ${shown}`
      : `Received type ${typeof value} (${shown})`;
  }

  /** A fault of an argument, with the code and the words that Node gives it. */
  const misuse = (Kind, code, message) => {
    const error = new Kind(message);
    // The code is in its stack, and not in its name.
    defineProperty(error, "name", { value: `${error.name} [${code}]`, configurable: true });
    void error.stack;
    delete error.name;
    error.code = code;
    return error;
  };
  const wrongType = (what, kind, value) => {
    const words = `The "${what}" argument must be ${kind}. ${received(value)}`;
    return misuse(TypeError, "ERR_INVALID_ARG_TYPE", words);
  };

  // Objects without a prototype are tables: V8 makes no chain of hidden classes of them, anew in every realm.
  const own = {
    __proto__: null,
    misuse,
    received,
    wrongType,
    create: Object.create,
    kindOf: uncurried(Object.prototype.toString),
    sliceList: uncurried(Array.prototype.slice),
    getPrototypeOf,
    setPrototypeOf,
    descriptorOf,
    defineProperty,
    keys,
    symbolsOf,
    is,
    apply: Reflect.apply,
    construct: Reflect.construct,
    isArray: Array.isArray,
    isError: Error.isError ?? ((value) => value instanceof Error),
    isView: ArrayBuffer.isView,
    parse: JSON.parse,
    stringify: JSON.stringify,
    BigInt,
    String,
    Map,
    Set,
    Promise,
    resolve: Promise.resolve,
    TypeError,
    RangeError,
    Error,
    isSafeInteger: Number.isSafeInteger,
    isInteger: Number.isInteger,
    isNaN: Number.isNaN,
    join: uncurried(Array.prototype.join),
    push: uncurried(Array.prototype.push),
    splice: uncurried(Array.prototype.splice),
    shift: uncurried(Array.prototype.shift),
    find: uncurried(Array.prototype.find),
    indexIn: uncurried(Array.prototype.indexOf),
    slice: uncurried(String.prototype.slice),
    split: uncurried(String.prototype.split),
    startsWith: uncurried(String.prototype.startsWith),
    includes: uncurried(String.prototype.includes),
    repeat: uncurried(String.prototype.repeat),
    isWellFormed: uncurried(String.prototype.isWellFormed),
    toWellFormed: uncurried(String.prototype.toWellFormed),
    charCodeAt: uncurried(String.prototype.charCodeAt),
    replace: uncurried(String.prototype.replace),
    exec: uncurried(RegExp.prototype.exec),
    bigIntText: uncurried(BigInt.prototype.toString),
    textOfFunction: uncurried(Function.prototype.toString),
    isBehind: uncurried(Object.prototype.isPrototypeOf),
    hasOwn: Object.hasOwn,
    whenSettled: uncurried(Promise.prototype.then),
    dateText: uncurried(Date.prototype.toISOString),
    dateTime: uncurried(Date.prototype.getTime),
    mapDelete: uncurried(Map.prototype.delete),
    mapGet: uncurried(Map.prototype.get),
    mapHas: uncurried(Map.prototype.has),
    mapSet: uncurried(Map.prototype.set),
    mapEach: uncurried(Map.prototype.forEach),
    setAdd: uncurried(Set.prototype.add),
    setDelete: uncurried(Set.prototype.delete),
    setHas: uncurried(Set.prototype.has),
    setEach: uncurried(Set.prototype.forEach),
    // Each throws for what is no such value, whatever it claims to be.
    valueOf: {
      number: uncurried(Number.prototype.valueOf),
      string: uncurried(String.prototype.valueOf),
      boolean: uncurried(Boolean.prototype.valueOf),
      bigint: uncurried(BigInt.prototype.valueOf),
      symbol: uncurried(Symbol.prototype.valueOf),
    },
    viewTag: uncurried(descriptorOf(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get),
    viewLength: uncurried(descriptorOf(getPrototypeOf(Uint8Array.prototype), "length").get),
    iteratorPrototype: Iterator.prototype,
    asyncIteratorPrototype: getPrototypeOf(getPrototypeOf(async function* none() {}.prototype)),
    regExpPrototype: RegExp.prototype,
    promisePrototype: Promise.prototype,
    weak: [WeakMap.prototype, WeakSet.prototype, WeakRef.prototype],
  };
  const kit = { __proto__: null, own: freeze(own), write, show, ask, leave };
  kit.promisified = Symbol.for("nodejs.util.promisify.custom");
  kit.customInspect = Symbol.for("nodejs.util.inspect.custom");

  /** A member that is made when somebody first asks for it. */
  kit.lazily = (holder, name, make, enumerable = false) => {
    const set = (value) =>
      defineProperty(holder, name, { value, writable: true, enumerable, configurable: true });
    const get = () => {
      const value = make();
      set(value);
      return value;
    };
    defineProperty(holder, name, { get, set, enumerable, configurable: true });
  };
  return kit;
});

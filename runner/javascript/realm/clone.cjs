// structuredClone, within one realm.
(function clone(kit) {
  "use strict";

  const { own } = kit;
  const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

  function refuse(value) {
    const name =
      typeof value === "object" ? `#<${value.constructor?.name ?? "Object"}>` : String(value);
    return new (kit.web().DOMException)(`${name} could not be cloned.`, "DataCloneError");
  }

  function copyOf(value, seen) {
    if (typeof value === "function" || typeof value === "symbol") throw refuse(value);
    if (typeof value !== "object" || value === null) return value;
    if (own.mapHas(seen, value)) return own.mapGet(seen, value);
    const copy = emptyCopy(value, seen);
    own.mapSet(seen, value, copy);
    fill(copy, value, (part) => copyOf(part, seen));
    return copy;
  }

  function fill(copy, value, copied) {
    const parts = value instanceof Map || value instanceof Set ? [...value] : [];
    for (const part of parts) {
      if (value instanceof Set) copy.add(copied(part));
      else copy.set(copied(part[0]), copied(part[1]));
    }
    const isPlain = own.kindOf(value) === "[object Object]";
    const names = isPlain || own.isArray(value) ? own.keys(value) : [];
    for (const name of names) copy[name] = copied(value[name]);
  }

  const boxed = (value) => Object(value.valueOf());
  const refused = (value) => {
    throw refuse(value);
  };
  const MAKERS = [
    [Map, () => new Map()],
    [Set, () => new Set()],
    [Date, (value) => new Date(value.getTime())],
    [RegExp, (value) => new RegExp(value.source, value.flags)],
    [ArrayBuffer, (value) => value.slice(0)],
    [Error, errorCopy],
    ...[Number, String, Boolean, BigInt].map((Kind) => [Kind, boxed]),
    ...[Promise, WeakMap, WeakSet].map((Kind) => [Kind, refused]),
  ];

  function emptyCopy(value, seen) {
    if (own.isArray(value)) return new Array(value.length);
    if (own.isView(value)) {
      const { constructor: Kind, byteOffset, length } = value;
      return new Kind(copyOf(value.buffer, seen), byteOffset, length ?? value.byteLength);
    }
    const [, make] = own.find(MAKERS, ([Kind]) => value instanceof Kind) ?? [];
    return make === undefined ? {} : make(value, seen);
  }

  function errorCopy(value, seen) {
    const copy = own.construct(ERRORS[value.name] ?? Error, [value.message]);
    own.defineProperty(copy, "stack", { value: value.stack, writable: true, configurable: true });
    if (own.hasOwn(value, "cause")) {
      const cause = { value: copyOf(value.cause, seen), writable: true, configurable: true };
      own.defineProperty(copy, "cause", cause);
    }
    return copy;
  }

  kit.structuredClone = function structuredClone(...given) {
    if (given.length === 0) {
      const words = 'The "value" argument must be specified';
      throw own.misuse(own.TypeError, "ERR_MISSING_ARGS", words);
    }
    const copy = copyOf(given[0], new own.Map());
    for (const one of given[1]?.transfer ?? []) one.transfer?.();
    return copy;
  };
});

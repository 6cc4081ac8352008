// Reads an input: JSON with integers of any length, which Python writes with names for what is no number.
(function input(kit) {
  "use strict";

  const { own } = kit;
  const LONG_INTEGER = /\d{16}/;
  const INTEGER = /^-?\d+$/;
  const TOKENS = /"(?:[^"\\]|\\.)*"|NaN|-?Infinity/g;
  // No writer of JSON makes such a number of its own accord.
  const NAMES = { __proto__: null, NaN: "0e999", Infinity: "1e999", "-Infinity": "-1e999" };
  const NAN = NAMES.NaN;

  const exactly = (_key, value, { source }) => {
    if (typeof value !== "number") return value;
    if (source === NAN) return 0 / 0;
    return own.isSafeInteger(value) || own.exec(INTEGER, source) === null
      ? value
      : own.BigInt(source);
  };

  kit.parseInput = (text) => {
    const isNamed = own.includes(text, "NaN") || own.includes(text, "Infinity");
    const json = isNamed ? own.replace(text, TOKENS, (token) => NAMES[token] ?? token) : text;
    const isPlain = !isNamed && own.exec(LONG_INTEGER, json) === null;
    return isPlain ? own.parse(json) : own.parse(json, exactly);
  };

  const TAKES = {
    __proto__: null,
    positional: "this problem takes an array, whose elements are the arguments",
    keyword: "this problem takes an object, which is the argument",
    stdio: "this problem takes a text, which the program reads from stdin",
  };
  const isA = {
    __proto__: null,
    positional: own.isArray,
    keyword: (value) => typeof value === "object" && value !== null && !own.isArray(value),
    stdio: (value) => typeof value === "string",
  };
  const kindOf = (value) => {
    if (value === null) return "null";
    if (own.isArray(value)) return "an array";
    const names = { __proto__: null, string: "a text", boolean: "a boolean", object: "an object" };
    return names[typeof value] ?? "a number";
  };

  /** What is wrong with an input of this style, in words; undefined where nothing is. */
  kit.misfit = (style, value) => {
    if (style === "single" || isA[style](value)) return undefined;
    return `InputError: ${TAKES[style]}; this input is ${kindOf(value)}`;
  };
});

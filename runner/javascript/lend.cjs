"use strict";

/**
 * What a realm cannot do itself: four functions that take texts, numbers and values to be shown, and give
 * back texts and numbers alone. None has a prototype or a property, so that nothing leads from it to this
 * realm; and none lets a fault of this realm out.
 */

const { Buffer } = require("node:buffer");
const { Console } = require("node:console");
const { formatWithOptions, inspect, types } = require("node:util");
const { write } = require("./lines.cjs");
const { askUrl } = require("./ask-url.cjs");

const PLAIN = Object.freeze({ customInspect: false });
const STDOUT = 1;
// Not `performance`, which takes Node milliseconds to make.
const { hrtime } = process;
const now = () => {
  const [seconds, nanoseconds] = hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
};

/** `ending.isOver` makes all of them mute; `fileOf` numbers the files of the realm by what they add. */
function lend(ends, ending, end, fileOf) {
  // The realm may have been made long before there was a case for it.
  let began = now();
  let beganAt = Date.now();
  const startClock = () => {
    began = now();
    beganAt = Date.now();
  };
  const print = (stream, text) => {
    if (!ending.isOver) write(stream === STDOUT ? ends.stdout : ends.stderr, text);
  };
  let console;
  const openConsole = () =>
    new Console({
      stdout: { write: (text) => print(1, text) },
      stderr: { write: (text) => print(2, text) },
      ignoreErrors: false,
      // To find out whether there could be colours takes longer than a whole case.
      colorMode: false,
      // Node writes into them.
      inspectOptions: { ...PLAIN },
    });
  const show = (method, ...values) => {
    if (method === "inspect") return inspect(values[0], { ...PLAIN, ...options(values[1]) });
    if (method === "is") return types[values[0]]?.(values[1]) ? 1 : 0;
    if (method === "format") return formatWithOptions(PLAIN, ...values);
    console ??= openConsole();
    // Node refuses other columns in words for which it asks the value itself, and lends it its own functions.
    if (method === "table" && !Array.isArray(values[1])) values.length = 1;
    // Its options could ask for the realm's own functions to be called, with objects of this one.
    if (method === "dir") console.dir(values[0], { ...options(values[1]), ...PLAIN });
    else console[method](...values);
  };
  const answers = {
    file: fileOf,
    now: () => now() - began,
    origin: () => beganAt,
    memory: () => process.memoryUsage().heapUsed,
    url: askUrl,
    encode: (text) => Buffer.from(text, "utf8").toString("latin1"),
    decode: (bytes) => Buffer.from(bytes, "latin1").toString("utf8"),
    from: (text, encoding) => Buffer.from(text, encoding).toString("latin1"),
    to: (bytes, encoding) => Buffer.from(bytes, "latin1").toString(encoding),
    // Few ask for it, and all would wait for it.
    hash: (algorithm, bytes) => digestOf(require("node:crypto").createHash(algorithm), bytes),
    hmac: (algorithm, bytes, key) =>
      digestOf(require("node:crypto").createHmac(algorithm, Buffer.from(key, "latin1")), bytes),
    atob: (text) => atob(text),
    btoa: (text) => btoa(text),
    random: (size) => {
      const bytes = Buffer.alloc(Number(size));
      crypto.getRandomValues(bytes);
      return bytes.toString("latin1");
    },
  };
  const lent = [
    bare((stream, text) => print(stream, `${text}`)),
    bare((method, ...values) => text(show(method, ...values))),
    bare((question, ...texts) => text(answers[question](...texts.map(plain)))),
    bare((status) => end(Number(status) & 0xff)),
  ];
  return { lent, startClock };
}

/** `act` as a function that nothing can be reached from; it gives back nothing where it fails. */
function bare(act) {
  const lent = (...given) => {
    try {
      return act(...given);
    } catch {
      return undefined;
    }
  };
  Object.setPrototypeOf(lent, null);
  delete lent.name;
  delete lent.length;
  return Object.freeze(lent);
}

function digestOf(hash, bytes) {
  return hash.update(Buffer.from(bytes, "latin1")).digest("latin1");
}

function plain(value) {
  return typeof value === "number" ? value : `${value}`;
}

function text(answer) {
  return typeof answer === "number" || typeof answer === "string" ? answer : undefined;
}

/** Options of `inspect` that are numbers and truths, taken one by one: a realm's object goes no further. */
function options(given) {
  const taken = {};
  if (typeof given !== "object" || given === null) return taken;
  for (const name of [
    "depth",
    "compact",
    "breakLength",
    "showHidden",
    "sorted",
    "maxArrayLength",
    "maxStringLength",
    "colors",
    "getters",
    "numericSeparator",
    "showProxy",
  ]) {
    const value = given[name];
    if (typeof value === "number" || typeof value === "boolean" || value === null)
      taken[name] = value;
  }
  return taken;
}

module.exports = { lend };

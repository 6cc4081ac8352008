"use strict";

/** Makes a fresh realm with everything that a program expects of Node, none of which is this realm's own. */

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { constants, createContext, Script } = require("node:vm");
const { lend } = require("./lend.cjs");

// What every case needs, in this order.
const FIRST = [
  "own",
  "faults",
  "values",
  "input",
  "timers",
  "modules",
  "globals",
  "entry",
  "case",
  "later",
];
// What a case may ask for, and what is furnished when it does: all that these do is to add to the kit.
const LATER = [
  "inspection",
  "console",
  "events",
  "decoder",
  "encoding",
  "buffer",
  "web",
  "clone",
  "url",
  "addresses",
  "items",
  "readable",
  "writable",
  "pipelines",
  "process",
  "present",
  "readline",
  "files",
  "equality",
  "differences",
  "assertions",
  "paths",
  "hashing",
  "performance",
  "sleeping",
  "system",
  "node-util",
];
const texts = [...FIRST, ...LATER].map((name) =>
  readFileSync(join(__dirname, "realm", `${name}.cjs`), "utf8")
    .trimEnd()
    .replace(/;$/, ""),
);
// A program may replace or delete what it finds by these names; what comes later still finds the builtins.
const BUILTINS = [
  "Array, ArrayBuffer, BigInt, BigInt64Array, BigUint64Array, Boolean, DataView, Date, Error, EvalError",
  "Float32Array, Float64Array, Int16Array, Int32Array, Int8Array, Map, Math, Number, Object, Promise, Proxy",
  "RangeError, ReferenceError, Reflect, RegExp, Set, SharedArrayBuffer, String, Symbol, SyntaxError, TypeError",
  "URIError, Uint16Array, Uint32Array, Uint8Array, WeakMap, WeakSet, decodeURIComponent, encodeURIComponent",
].join();
// One list of functions: it takes as long to run as a single one of them.
const furniture = new Script(`((${BUILTINS}) => [${texts.join(",\n")}])(${BUILTINS})`, {
  filename: "runner:realm",
});
// Which of them adds what to the kit.
const fileOf = new Map();
const NO_FILE = -1;
const nothing = new Script("0", { filename: "runner:nothing" });

/**
 * `kit` is the realm's own object, with what the case is driven by; `drain` runs what waits in its queue.
 * `imports` counts what it imported, `startClock` is called when the case begins. `ending.isOver` silences it.
 */
function makeRealm(ends, ending, end) {
  // A queue of its own, which nobody runs once the case is over.
  const context = createContext(constants.DONT_CONTEXTIFY, {
    microtaskMode: "afterEvaluate",
    codeGeneration: { strings: true, wasm: true },
  });
  const { lent, startClock } = lend(ends, ending, end, (name) => fileOf.get(name) ?? NO_FILE);
  const files = furniture.runInContext(context);
  const kit = files[0](...lent);
  kit.files = files;
  for (let at = 1; at < FIRST.length; at += 1) files[at](kit);
  const drain = () => {
    do {
      kit.runTicks();
      // What was thrown in a tick is the end: no promise comes after it.
      if (kit.isOver()) return;
      nothing.runInContext(context);
    } while (kit.hasTicks());
  };
  return { context, kit, drain, startClock, imports: 0, isModule: false };
}

/** Furnishes all of a realm, which no case is given then, and remembers what each file adds. */
function learn({ kit }) {
  for (let at = FIRST.length; at < texts.length; at += 1) {
    const before = new Set(Object.keys(kit));
    kit.files[at](kit);
    for (const name of Object.keys(kit)) if (!before.has(name)) fileOf.set(name, at);
  }
}

module.exports = { learn, makeRealm };

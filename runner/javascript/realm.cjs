"use strict";

/** Makes a fresh realm with everything that a program expects of Node, none of which is this realm's own. */

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { constants, createContext, Script } = require("node:vm");
const { lend } = require("./lend.cjs");

// In this order; of those with names only what they give is known, until somebody asks for one of them.
const FILES = {
  own: "",
  faults: "",
  values: "",
  input: "",
  timers: "",
  inspection: "shownAs format inspect",
  console: "",
  events: "EventEmitter",
  decoder: "unfinished StringDecoder",
  encoding: "bytesToText textToBytes encode decode TextEncoder TextDecoder atob btoa",
  buffer: "Buffer",
  web: "web",
  clone: "structuredClone",
  url: "URL URLSearchParams",
  addresses: "makeQuerystring makeUrlModule",
  items: "addItems",
  readable: "makeReadable",
  writable: "takenAs makeWritables",
  pipelines: "makeStream makeConsumers",
  process: "isLeaving makeProcess exitStatus runExitListeners",
  readline: "readline",
  files: "REFUSAL makeFs",
  equality: "isEqual isLooselySame",
  differences: "compared",
  assertions: "makeAssert",
  paths: "makePath",
  hashing: "crypto makeCrypto",
  performance: "performance",
  "node-util": "makeUtil",
  modules: "require exportsOf importFault exported",
  globals: "",
  entry: "",
  case: "",
};
const names = Object.keys(FILES);
// One script, since running each of many takes longer than what is in them.
const whole = new Script(`[${names.map(functionIn).join(",")}]`, { filename: "runner:realm" });
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
  const { lent, startClock } = lend(ends, ending, end);
  let kit;
  const parts = whole.runInContext(context);
  for (const [at, name] of names.entries()) {
    if (FILES[name] === "") kit = parts[at](kit, ...lent) ?? kit;
    else kit.defer(FILES[name], parts[at]);
  }
  const drain = () => {
    do {
      kit.runTicks();
      // What was thrown in a tick is the end: no promise comes after it.
      if (kit.isOver()) return;
      nothing.runInContext(context);
    } while (kit.hasTicks());
  };
  return { context, kit, drain, startClock, imports: 0 };
}

/** A file is one function. */
function functionIn(name) {
  const source = readFileSync(join(__dirname, "realm", `${name}.cjs`), "utf8");
  return source.trimEnd().replace(/;$/, "");
}

module.exports = { makeRealm };

"use strict";

/** Makes a fresh realm with everything that a program expects of Node, none of which is this realm's own. */

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { constants, createContext, Script } = require("node:vm");
const { lend } = require("./lend.cjs");

const FILES = [
  "own",
  "faults",
  "values",
  "input",
  "timers",
  "console",
  "events",
  "encoding",
  "buffer",
  "clone",
  "url",
  "process",
  "readline",
  "files",
  "equality",
  "assertions",
  "paths",
  "modules",
  "globals",
  "entry",
  "case",
];
const scripts = FILES.map((name) => {
  const source = readFileSync(join(__dirname, "realm", `${name}.cjs`), "utf8");
  return new Script(source, { filename: `runner:${name}` });
});
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
  for (const script of scripts) {
    const add = script.runInContext(context);
    kit = add(kit, ...lent) ?? kit;
  }
  const drain = () => {
    kit.runTicks();
    nothing.runInContext(context);
    while (kit.runTicks()) nothing.runInContext(context);
  };
  return { context, kit, drain, startClock, imports: 0 };
}

module.exports = { makeRealm };

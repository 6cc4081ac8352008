"use strict";

/**
 * The warm process that serves the cases of one invocation: it drops what rights it has, loads what all
 * realms share, has itself locked in by its keeper, and only then reads a source. The keeper hangs up, or
 * kills it, when the invocation is over. Nothing here waits but for the keeper.
 */

const { closeSync } = require("node:fs");
const { freezeBuiltins } = require("./freeze-builtins.cjs");
const { becomeUser, proof } = require("./jail.cjs");
const { openLines, say } = require("./lines.cjs");
const { prepare, runCase } = require("./run-case.cjs");
const { rehearse } = require("./rehearse.cjs");

const [stdout, stderr, channel, jobs, control, program, user] = process.argv.slice(2).map(Number);
const { reallyExit } = process;
const soon = setImmediate;
const MOST_KEPT_BYTES = 32 * 2 ** 20;

/** Node keeps modules of ECMAScript, and all that they hold, as long as the process lives. */
function keepsMuch() {
  // Few have such a module, and all would wait for this one.
  const { used_heap_size: ofHeap, external_memory: besides } =
    require("node:v8").getHeapStatistics();
  return ofHeap + besides > MOST_KEPT_BYTES;
}

async function serve() {
  // It only had to live until this program was started.
  closeSync(program);
  const lines = openLines(jobs);
  const ends = { stdout, stderr, channel, control };
  freezeBuiltins();
  await rehearse();
  let next = prepare(ends);
  say(control, "warm");
  if (lines.readLine() !== "prove") reallyExit(1);
  // Only now: whoever is another user cannot be given limits any more.
  becomeUser(user);
  say(control, `proof ${proof()}`);
  for (;;) {
    const head = lines.readLine();
    if (head === undefined) reallyExit(0);
    const job = JSON.parse(head);
    const input = lines.readText(job.inputBytes);
    await runCase(next, job, input);
    // Whatever of the case still goes on in this realm, goes on now; what never ends keeps it from idling.
    await new Promise((resolve) => soon(resolve));
    // Whoever finds it gone starts another.
    if (next.realm.isModule && keepsMuch()) reallyExit(0);
    say(control, "idle");
    // While the keeper reads what became of the last one.
    next = prepare(ends);
  }
}

// Nothing is told then but the end: whoever keeps it starts another.
serve().catch(() => reallyExit(1));

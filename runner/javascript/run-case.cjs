"use strict";

/**
 * Runs one case in a realm of its own, from its job to the line that says how it ended.
 *
 * Of the realm it takes texts and truths alone, and drives what an event loop would: whatever the case leaves
 * behind in its queues is never run.
 */

const { Buffer } = require("node:buffer");
const { load } = require("./load.cjs");
const { makeRealm } = require("./realm.cjs");
const { say } = require("./lines.cjs");
const { onRejection } = require("./rejections.cjs");

const RESULT_MARKER = "###_RETURN_VALUE_###";
// Comes before anything of the source runs, so that nothing of it can say that it does not compile.
const COMPILED = "compiled";
const FAULT_MARKER = "###_FAULT_###";
const soon = setImmediate;
const { wait } = Atomics;
const bell = new Int32Array(new SharedArrayBuffer(4));
// What is settled outside of the realm, as an import is, takes a few turns at most.
const TURNS = 5;

/** Makes the realm of a case that is still to come: nothing in it depends on what that is. */
function prepare(ends) {
  const ending = { isOver: false };
  const end = (status) => {
    if (ending.isOver) return;
    ending.isOver = true;
    say(ends.control, `ended ${status}`);
  };
  return { realm: makeRealm(ends, ending, end), ends, ending, end };
}

async function runCase({ realm, ends, ending, end }, job, inputText) {
  const { code, nonce, calling } = job;
  const [entry, style, io] = calling ?? [null, "single", "function"];
  const { kit } = realm;
  realm.startClock();
  const forget = onRejection((reason) => kit.rejected(reason));
  try {
    kit.receive(code, inputText, entry, style, io);
    if (!kit.isOver()) load(realm, code, () => say(ends.channel, COMPILED));
    await drive(realm, ending);
  } catch (thrown) {
    // The code has changed what the realm itself needs.
    kit.fail(thrown);
  }
  forget();
  if (ending.isOver) return;
  const outcome = kit.outcome();
  tell(ends.channel, nonce, outcome);
  end(statusOf(outcome));
}

/** Runs what the case has waiting until it is over, or waits for nothing. */
async function drive(realm, ending) {
  const { kit } = realm;
  const isOver = () => ending.isOver || kit.isOver();
  do await untilIdle(realm, isOver);
  while (!isOver() && hasMore(realm));
  if (!isOver()) kit.finish();
}

async function untilIdle(realm, isOver) {
  const { kit, drain } = realm;
  for (let idle = 0; idle < TURNS && !isOver(); ) {
    const { imports } = realm;
    drain();
    if (isOver()) break;
    if (kit.runDueTimers()) idle = 0;
    else {
      await new Promise((resolve) => soon(resolve));
      if (isOver()) break;
      const isWaiting = pause(kit.nextTimerMs()) || imports !== realm.imports;
      idle = isWaiting ? 0 : idle + 1;
    }
  }
}

/** Tells a program that it has nothing to do; whether it has found something since. */
function hasMore({ kit, drain }) {
  kit.runIdle();
  drain();
  return kit.nextTimerMs() >= 0;
}

/** Sleeps until the next timer is due; false where there is none. */
function pause(left) {
  if (typeof left !== "number" || left < 0) return false;
  if (left > 0) wait(bell, 0, 0, left);
  return true;
}

/** `outcome` is a letter and what it stands for: a value's JSON, a fault's, or the status of a program. */
function tell(channel, nonce, outcome) {
  if (typeof outcome !== "string") return;
  const text = outcome.slice(1);
  if (outcome[0] === "V") say(channel, `${nonce} ${RESULT_MARKER}${encode(`{"result":${text}}`)}`);
  if (outcome[0] === "F") say(channel, `${nonce} ${FAULT_MARKER}${encode(text)}`);
}

function statusOf(outcome) {
  if (typeof outcome !== "string" || outcome[0] === "F") return 1;
  return outcome[0] === "X" ? Number(outcome.slice(1)) & 0xff : 0;
}

function encode(text) {
  return Buffer.from(text, "utf8").toString("base64");
}

module.exports = { prepare, runCase };

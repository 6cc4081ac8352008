"use strict";

/** Hands rejections that nobody handles to the case that runs; those of earlier cases to nobody. */

let listener;

// Without it Node would end the process.
process.on("unhandledRejection", (reason) => listener?.(reason));
// So would what is thrown in a callback of Node's own.
process.on("uncaughtException", () => {});

/** Returns what takes the listener away again. */
function onRejection(listen) {
  listener = listen;
  return () => {
    listener = undefined;
  };
}

module.exports = { onRejection };

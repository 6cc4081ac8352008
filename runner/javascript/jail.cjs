"use strict";

/** What the process itself does about its jail: the limits are put on it from outside. */

const { closeSync, openSync } = require("node:fs");

const { geteuid, getuid, setgid, setgroups, setuid } = process;

/** Becomes that user, and the group of its number, for good; a process that is not root stays as it is. */
function becomeUser(user) {
  if (geteuid() !== 0) return;
  setgroups([]);
  setgid(user);
  setuid(user);
  if (getuid() !== user || geteuid() !== user)
    throw new Error("The process is still another user's.");
}

/** How opening a file fails: `EMFILE` where none can be open. */
function proof() {
  try {
    closeSync(openSync("/dev/null", "r"));
    return "open";
  } catch (refusal) {
    return `${refusal.code}`;
  }
}

module.exports = { becomeUser, proof };

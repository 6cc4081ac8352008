"use strict";

/** Reads jobs and writes answers, over descriptors that were there from the start; every wait blocks. */

const { readSync, writeSync } = require("node:fs");
const { Buffer } = require("node:buffer");

const PORTION = 65_536;
const LINE_END = 10;
const LINE_FEED = "\n";

/** Lines and texts from a pipe that the keeper writes to. */
function openLines(descriptor) {
  let rest = Buffer.alloc(0);

  const readMore = () => {
    const portion = Buffer.allocUnsafe(PORTION);
    const size = readSync(descriptor, portion, 0, PORTION, null);
    rest = Buffer.concat([rest, portion.subarray(0, size)]);
    return size > 0;
  };

  return {
    /** The next line; undefined when the keeper has hung up. */
    readLine() {
      while (!rest.includes(LINE_END)) if (!readMore()) return undefined;
      const end = rest.indexOf(LINE_END);
      const line = rest.toString("utf8", 0, end);
      rest = rest.subarray(end + 1);
      return line;
    },

    /** So many bytes of ASCII. */
    readText(size) {
      const parts = [];
      let missing = size;
      while (missing > 0) {
        if (rest.length === 0 && !readMore())
          throw new Error("The keeper hung up in the middle of a job.");
        const part = rest.subarray(0, missing);
        rest = rest.subarray(part.length);
        missing -= part.length;
        parts.push(part.toString("latin1"));
      }
      return parts.join("");
    },
  };
}

/** Writes all of a text; false when nobody reads any more. */
function write(descriptor, text) {
  let data = Buffer.from(text, "utf8");
  try {
    while (data.length > 0) data = data.subarray(writeSync(descriptor, data));
    return true;
  } catch {
    return false;
  }
}

/** Writes one line. */
function say(descriptor, line) {
  write(descriptor, line + LINE_FEED);
}

module.exports = { openLines, say, write };

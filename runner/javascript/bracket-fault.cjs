"use strict";

const { BracketReader } = require("./bracket-reader.cjs");

const CLOSERS = { __proto__: null, "(": ")", "[": "]", "{": "}", "${": "}" };

/**
 * What is wrong with the brackets of a source that does not compile, in words. Undefined where nothing is, and where
 * that is not sure.
 */
function bracketFault(source) {
  const reader = new BracketReader(source);
  const open = [];
  // The first that was closed by what stands below the bracket around it.
  let suspect;
  const push = (sign) => open.push({ sign, line: reader.line, indent: reader.indent });
  const readTemplate = () => {
    const sign = reader.readTemplate();
    if (sign === "`") open.pop();
    else if (sign !== undefined) push(sign);
  };
  const close = (sign) => {
    const opener = open.pop();
    const fault = misfit(opener, sign, reader.line);
    if (fault === undefined && isAstray(opener, open.at(-1), reader)) suspect ??= opener;
    if (opener?.sign === "${") readTemplate();
    return fault;
  };

  for (let sign = reader.next(); sign !== undefined; sign = reader.next()) {
    if (sign === "`" || sign in CLOSERS) {
      push(sign);
      if (sign === "`") readTemplate();
    } else {
      const fault = close(sign);
      if (fault !== undefined) return fault;
    }
  }
  return reader.isUnsure ? undefined : whatIsLeft(open.at(-1), suspect);
}

function misfit(opener, sign, line) {
  if (opener === undefined) return `the ${sign} of line ${line} closes nothing`;
  if (CLOSERS[opener.sign] === sign) return undefined;
  return `the ${opener.sign} of line ${opener.line} is not closed before the ${sign} of line ${line}`;
}

function isAstray(opener, around, { isFirst, indent }) {
  const isBelow = isFirst && indent < opener.indent;
  return isBelow && around?.sign === opener.sign && around.indent === indent;
}

function whatIsLeft(unclosed, suspect) {
  if (unclosed === undefined) return undefined;
  return suspect?.sign === unclosed.sign
    ? `a ${CLOSERS[suspect.sign]} is missing, probably for the ${suspect.sign} of line ${suspect.line}`
    : `the ${unclosed.sign} of line ${unclosed.line} is not closed`;
}

module.exports = { bracketFault };

"use strict";

/**
 * Compiles a source as CommonJS, to a function of one realm. All cases of an invocation have the same source: what
 * the second compiles is a script that belongs to no realm, and that those after it only have to run.
 */

const { compileFunction, Script } = require("node:vm");

const FILE = "solution.js";
// Runs last: what is defined can then be found by its name. Not an arrow, which has no arguments of its own.
const FIND = "function () { return eval(arguments[0]); }";
const PARAMETERS = ["exports", "require", "module", "__filename", "__dirname"];
// A comment of old pages, which is one at the start of a line alone: nothing can be put before it.
const BEGINS_LINE = /^.*-->/;
const HEAD = `(function (${PARAMETERS.join(", ")}) {`;

let shared = {};

/** `importModule` is what `import()` calls. */
function compileScript(context, code, importModule) {
  if (shared.code === code) return runShared(context, importModule);
  const options = {
    filename: FILE,
    parsingContext: context,
    importModuleDynamically: importModule,
  };
  try {
    const compiled = compileFunction(withFind(code), PARAMETERS, options);
    // Nothing that is no whole body of a function comes to be put between brackets.
    shared = BEGINS_LINE.test(code) ? {} : { code };
    return compiled;
  } catch {
    // Told without what was added.
    return compileFunction(code, PARAMETERS, options);
  }
}

function runShared(context, importModule) {
  const { code } = shared;
  // Of one case at a time: nothing of an earlier one goes on.
  shared.importModule = importModule;
  shared.script ??= new Script(`${HEAD}${withFind(code)}\n})`, {
    filename: FILE,
    columnOffset: -HEAD.length,
    importModuleDynamically: (name) => shared.importModule(name),
  });
  return shared.script.runInContext(context);
}

function withFind(code) {
  return `${code}\n;return ${FIND}`;
}

module.exports = { compileScript, FILE, FIND };

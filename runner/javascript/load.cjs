"use strict";

/** Compiles a source and begins it: as CommonJS or, where it can only be that, as a module of ECMAScript. */

const { Script, SourceTextModule, SyntheticModule } = require("node:vm");
const { bracketFault } = require("./bracket-fault.cjs");
const { compileScript, FILE, FIND } = require("./compile-script.cjs");

const IS_MODULE = /Cannot use import statement|Unexpected token 'export'|Cannot use 'import\.meta'/;
// What may be right in a module, and is no sign of one: the compiler's own words stand where it is not.
const MAY_BE_MODULE =
  /await is only valid|Unexpected reserved word|'(?:exports|require|module|__filename|__dirname)' has already/;
const MAY_BE_BRACKETS =
  /^SyntaxError: (?:Unexpected end of input|Unexpected token|Unterminated template|missing \)|Missing \})/m;

/** `onCompiled` is called before anything of the source runs. */
function load(realm, source, onCompiled) {
  // As in a file, there may be a byte order mark, and a line for the shell.
  const code = source.replace(/^\ufeff/, "").replace(/^#!/, "//");
  let script;
  try {
    script = compileScript(realm.context, code, (name) => library(realm, name));
  } catch (fault) {
    if (IS_MODULE.test(fault.message)) loadModule(realm, code, onCompiled);
    else if (MAY_BE_MODULE.test(fault.message)) loadModule(realm, code, onCompiled, headOf(fault));
    else refuse(realm.kit, headOf(fault), code);
    return;
  }
  onCompiled();
  realm.kit.runScript(script);
}

function loadModule(realm, code, onCompiled, otherwise) {
  const { kit } = realm;
  realm.isModule = true;
  let module;
  try {
    module = compileModule(realm, code);
    if (!link(module, realm)) return;
    module.instantiate();
  } catch (fault) {
    refuse(kit, placeOf(fault, code) ?? otherwise ?? headOf(fault), code);
    return;
  }
  onCompiled();
  module.evaluate().then(
    () => kit.hasLoaded(module.namespace),
    (fault) => kit.hasFailed(fault),
  );
}

function refuse(kit, head, code) {
  kit.refuse(head, MAY_BE_BRACKETS.test(head) ? bracketFault(code) : undefined);
}

/** False where it asks for what is not there: that is told as a fault of its own. */
function link(module, realm) {
  try {
    module.linkRequests(module.moduleRequests.map(({ specifier }) => library(realm, specifier)));
    return true;
  } catch (fault) {
    realm.kit.hasFailed(fault);
    return false;
  }
}

function compileModule(realm, code) {
  const options = {
    identifier: FILE,
    context: realm.context,
    importModuleDynamically: (name) => library(realm, name),
    initializeImportMeta: (meta) => realm.kit.setMeta(meta),
  };
  try {
    return new SourceTextModule(`${code}\n;import.meta.find = ${FIND}`, options);
  } catch {
    return new SourceTextModule(code, options);
  }
}

/** One of the modules that the realm itself makes. Throws a fault of the realm's own, never one of this one's. */
function library(realm, name) {
  realm.imports += 1;
  try {
    return makeLibrary(realm, name);
  } catch {
    throw realm.kit.importFault(`${name}`);
  }
}

function makeLibrary({ kit, context }, name) {
  const names = kit.exportsOf(`${name}`).split(" ");
  const module = new SyntheticModule(
    names,
    () => {
      for (const one of names) module.setExport(one, kit.exported(`${name}`, one));
    },
    { context, identifier: `${name}` },
  );
  // Nobody does it for what is imported while the program runs.
  module.linkRequests?.([]);
  module.evaluate().catch(() => {});
  return module;
}

const STATEMENT =
  /^[ \t]*(?:import\b(?!\s*[.(])[^;'"]*(?:'[^'\n]*'|"[^"\n]*")[^\n;]*;?|export\s*\{[^}]*\}|export\s+(?:default\s+)?)/gm;
const META = /\bimport\.meta\b/g;
const WRAPPED = "(async () => {\n";
const AWAIT = "await is only valid";

/** Of a module's error the place is not told: the same, without its imports and exports, fails there too. */
function placeOf(fault, code) {
  const blank = code
    .replace(STATEMENT, (text) => text.replace(/[^\n]/g, " "))
    .replace(META, "import_meta");
  try {
    new Script(`${WRAPPED}${blank}\n})`, { filename: FILE, lineOffset: -1 });
  } catch (same) {
    const isSame =
      same.message === fault.message ||
      (same.message.startsWith(AWAIT) && fault.message === "Unexpected reserved word");
    if (isSame) return headOf(same);
  }
  return undefined;
}

/** What the compiler says, with the line that it means, and without what called it. */
function headOf(fault) {
  const { stack } = fault;
  return typeof stack === "string" ? stack.split("\n    at ")[0] : `${fault}`;
}

module.exports = { load };

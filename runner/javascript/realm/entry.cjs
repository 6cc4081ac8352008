// Finds what a problem calls among what a solution defines.
(function entry(kit) {
  "use strict";

  const { own } = kit;
  const NAMES = ["solution", "solve", "answer", "main"];
  const DECLARED = /\b(?:function\s*\*?|class|const|let|var)\s+([A-Za-z_$][\w$]*)/g;
  const MOST_NAMES = 5;
  const MOST_KEYWORDS = 10;
  const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

  const isClass = (value) => own.startsWith(own.textOfFunction(value), "class");
  const isFunction = (value) => typeof value === "function" && !isClass(value);

  /** What has this name at the top of the source. */
  function local(name) {
    try {
      return typeof kit.find === "function" ? kit.find(name) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Where a member may be found: what is exported by its name, then what is defined. */
  function holders() {
    const { exports } = kit.module;
    const found = [];
    for (const holder of [kit.namespace, kit.namespace?.default, exports, exports?.default]) {
      if (typeof holder === "object" && holder !== null) own.push(found, holder);
    }
    return found;
  }

  function memberOf(name, isRight) {
    const found = holders();
    for (let at = 0; at < found.length; at += 1) {
      const member = found[at][name];
      if (isRight(member)) {
        return { call: (args) => own.apply(member, found[at], args), callee: member };
      }
    }
    const member = local(name);
    return isRight(member)
      ? { call: (args) => own.apply(member, undefined, args), callee: member }
      : undefined;
  }

  function exported(isRight) {
    const { exports } = kit.module;
    return own.find([kit.namespace?.default, exports, exports?.default], isRight);
  }

  function exportedFunction() {
    const value = exported(isFunction);
    return value && { call: (args) => own.apply(value, undefined, args), callee: value };
  }

  /** Names of functions and classes that the source declares. */
  function declared() {
    const functions = [];
    const classes = [];
    const seen = new own.Set();
    for (const [, name] of kit.source.matchAll(DECLARED)) {
      if (own.setHas(seen, name)) continue;
      own.setAdd(seen, name);
      const value = local(name);
      if (typeof value === "function") own.push(isClass(value) ? classes : functions, name);
    }
    return { functions, classes };
  }

  function missing(sentence) {
    return kit.fault("NO_ENTRY_FUNCTION", `EntryFunctionError: ${sentence}`);
  }

  function instead({ functions, classes }, name) {
    if (functions.length > 0) {
      const found = own.join(functions.slice(-MOST_NAMES), ", ");
      return `. There is ${found}: name it ${name}, or export it by that name`;
    }
    if (classes.length > 0) {
      return `. There is the class ${classes[0]}, which is not called: add function ${name}(data) { ... }`;
    }
    return "";
  }

  function method(className, name) {
    const all = [...holders().map((holder) => holder[className]), local(className)];
    all.push(exported((value) => typeof value === "function" && isClass(value)));
    const found = own.find(
      all,
      (value) => typeof value === "function" || isFunction(value?.[name]),
    );
    const definition = `define a class ${className} with the method ${name}(data)`;
    if (found === undefined) {
      // In JavaScript the same problems are usually solved by a function alone.
      const alone = memberOf(name, isFunction) ?? exportedFunction();
      if (alone === undefined) throw missing(definition + instead(declared(), name));
      return alone;
    }
    const instance = typeof found === "function" ? new found() : found;
    const holder = isFunction(instance[name]) ? instance : found;
    if (!isFunction(holder[name])) throw missing(definition);
    return { call: (args) => own.apply(holder[name], holder, args), callee: holder[name] };
  }

  function usualEntry() {
    for (const name of NAMES) {
      const found = memberOf(name, isFunction);
      if (found !== undefined) return found;
    }
    return exportedFunction();
  }

  function missingUsual() {
    const namesake = own.find(NAMES, (name) => typeof local(name) === "function");
    const sentence = `define a function named one of: ${own.join(NAMES, ", ")}`;
    if (namesake === undefined) return missing(sentence + instead(declared(), NAMES[0]));
    return missing(`${sentence}. ${namesake} is a class, which is not called`);
  }

  /** For who lists the named arguments one by one, and so gets all of them as the first; else empty. */
  kit.adviceOnKeywords = (callee, entry, value) => {
    const names = own.keys(value);
    if (names.length === 0 || names.length > MOST_KEYWORDS) return "";
    if (!(kit.partOf(callee, "length") > 1)) return "";
    if (own.find(names, (name) => own.exec(IDENTIFIER, name) === null) !== undefined) return "";
    const parts = own.split(entry ?? NAMES[0], ".");
    const called = parts[parts.length - 1];
    return ` (this problem hands over one object: write ${called}({ ${own.join(names, ", ")} }))`;
  };

  /** What to call. Throws a fault where there is nothing, or what the solution's own code throws. */
  kit.findEntry = (entry) => {
    if (entry === null) {
      const found = usualEntry();
      if (found === undefined) throw missingUsual();
      return found;
    }
    const [first, second] = own.split(entry, ".");
    if (second !== undefined) return method(first, second);
    const found = memberOf(first, isFunction) ?? exportedFunction();
    if (found !== undefined) return found;
    throw missing(`define a function named ${first}${instead(declared(), first)}`);
  };
});

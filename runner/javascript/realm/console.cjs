// The console of Node, which shows values as Node does.
(function console(kit) {
  "use strict";

  const { own, show, write } = kit;
  const METHODS =
    "log info debug warn error dir time timeEnd timeLog assert clear count countReset group groupEnd table dirxml groupCollapsed";
  const SHOWING = own.split("log info debug warn error group groupCollapsed dirxml", " ");
  const STREAMS = { __proto__: null, warn: 2, error: 2, trace: 2 };
  const timers = new own.Set();
  const counters = new own.Set();
  let depth = 0;

  const warn = (words) => kit.process.emitWarning(words);
  const unknownTimer = (label, name) => {
    if (!own.setHas(timers, label)) warn(`No such label '${label}' for console.${name}()`);
  };
  // What is done beside showing. As Node does, it warns of labels that are not there, or there twice.
  const besides = {
    __proto__: null,
    group: () => {
      depth += 1;
    },
    groupEnd: () => {
      if (depth > 0) depth -= 1;
    },
    time: (label) => {
      if (own.setHas(timers, label)) warn(`Label '${label}' already exists for console.time()`);
      own.setAdd(timers, label);
    },
    timeLog: unknownTimer,
    timeEnd: (label, name) => {
      unknownTimer(label, name);
      own.setDelete(timers, label);
    },
    count: (label) => own.setAdd(counters, label),
    countReset: (label) => {
      if (!own.setDelete(counters, label)) warn(`Count for '${label}' does not exist`);
    },
  };
  besides.groupCollapsed = besides.group;

  function demandColumns(table, columns) {
    if (typeof table !== "object" || table === null || columns === undefined) return;
    if (!own.isArray(columns)) throw own.wrongType("properties", "an instance of Array", columns);
  }

  const made = own.create({});
  for (const name of own.split(METHODS, " ")) {
    const isLog = name === "log";
    const isShowing = own.indexIn(SHOWING, name) >= 0;
    const method = {
      [name](...values) {
        // The most usual way to print is worth a shorter one.
        if (isLog && depth === 0 && values.length === 1 && typeof values[0] === "string") {
          write(1, `${values[0]}\n`);
          return;
        }
        if (name === "table") demandColumns(values[0], values[1]);
        show(name, ...(isShowing && kit.hasInspectors ? kit.shownAs(values) : values));
        besides[name]?.(`${values[0] ?? "default"}`, name);
      },
    };
    made[name] = method[name];
  }
  made.trace = function trace(...values) {
    const marked = { name: "Trace", message: kit.format(...values) };
    own.Error.captureStackTrace(marked, trace);
    show("error", marked.stack);
  };

  /** A console over streams of one's own. */
  made.Console = function Console(first, second) {
    const { stdout, stderr = stdout } = first?.stdout ? first : { stdout: first, stderr: second };
    const one = new.target === undefined ? own.create(Console.prototype) : this;
    let indent = "";
    const print = (stream, values) =>
      stream.write(`${indent}${kit.format(...values).replaceAll("\n", `\n${indent}`)}\n`);
    for (const name of SHOWING) {
      one[name] = (...values) => {
        if (!own.startsWith(name, "group") || values.length > 0)
          print(STREAMS[name] === undefined ? stdout : stderr, values);
        if (own.startsWith(name, "group")) indent += "  ";
      };
    }
    one.groupEnd = () => {
      indent = indent.slice(2);
    };
    one.dir = (value, options) => print(stdout, [kit.inspect(value, options)]);
    one.trace = (...values) => print(stderr, ["Trace:", ...values]);
    one.assert = (isRight, ...values) =>
      isRight || print(stderr, values.length === 0 ? ["Assertion failed"] : values);
    return one;
  };
  for (const name of ["profile", "profileEnd", "timeStamp"]) made[name] = () => {};
  made.context = () => made;
  own.defineProperty(made, Symbol.toStringTag, { value: "console", configurable: true });
  kit.console = made;
});

// The console of Node, which shows values as Node does.
(function console(kit) {
  "use strict";

  const { own, show, write } = kit;
  const METHODS = [
    "log warn dir time timeEnd timeLog assert clear count countReset group groupEnd table debug info",
    "dirxml error groupCollapsed",
  ];
  const made = {};
  for (const name of own.split(own.join(METHODS, " "), " ")) {
    const method = {
      [name](...values) {
        // The most usual way to print is worth a shorter one.
        if (name === "log" && depth === 0 && values.length === 1 && typeof values[0] === "string") {
          write(1, `${values[0]}\n`);
          return;
        }
        if (name === "group" || name === "groupCollapsed") depth += 1;
        if (name === "groupEnd" && depth > 0) depth -= 1;
        show(name, ...values);
      },
    };
    made[name] = method[name];
  }
  let depth = 0;
  made.trace = function trace(...values) {
    const marked = { name: "Trace", message: show("format", ...values) ?? "" };
    own.Error.captureStackTrace(marked, trace);
    show("error", marked.stack);
  };
  kit.console = made;
});

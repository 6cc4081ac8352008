// The clock `performance`, with its marks and measures.
(function performance(kit) {
  "use strict";

  const { own, ask } = kit;
  const entries = [];
  const add = (entryType, name, startTime, duration, detail = null) => {
    const entry = { name: `${name}`, entryType, startTime, duration, detail };
    entry.toJSON = () => ({ name: entry.name, entryType, startTime, duration, detail });
    own.defineProperty(entry, "toJSON", { enumerable: false });
    own.push(entries, entry);
    return entry;
  };
  function timeOf(mark, otherwise) {
    if (typeof mark === "number") return mark;
    if (mark === undefined) return otherwise;
    const found = entries.findLast((one) => one.entryType === "mark" && one.name === mark);
    if (found !== undefined) return found.startTime;
    throw new (kit.web().DOMException)(
      `The "${mark}" performance mark has not been set`,
      "SyntaxError",
    );
  }
  const clear = (kind) => (name) => {
    for (let at = entries.length - 1; at >= 0; at -= 1) {
      const { entryType, name: itsName } = entries[at];
      if (entryType === kind && (name === undefined || itsName === name))
        own.splice(entries, at, 1);
    }
  };
  kit.performance = {
    now: () => ask("now"),
    get timeOrigin() {
      return ask("origin");
    },
    mark: (name, options) =>
      add("mark", name, options?.startTime ?? ask("now"), 0, options?.detail),
    measure: (name, from, to) => {
      const given = typeof from === "object" && from !== null ? from : { start: from, end: to };
      const start = timeOf(given.start, 0);
      return add("measure", name, start, timeOf(given.end, ask("now")) - start, given.detail);
    },
    getEntries: () => [...entries],
    getEntriesByName: (name, kind) =>
      entries.filter((one) => one.name === name && (kind === undefined || one.entryType === kind)),
    getEntriesByType: (kind) => entries.filter((one) => one.entryType === kind),
    clearMarks: clear("mark"),
    clearMeasures: clear("measure"),
    timerify: (act) => act,
    eventLoopUtilization: () => ({ idle: 0, active: 0, utilization: 0 }),
    toJSON: () => ({ timeOrigin: ask("origin") }),
  };
});

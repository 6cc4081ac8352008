// Tells a solution's author what went wrong: one line, and the author's own lines.
(function faults(kit) {
  "use strict";

  const { own, show } = kit;
  const FILE = "solution.js";
  const PLACE = /solution\.js:(\d+):(\d+)/;
  const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/;
  const MOST_CAUSES = 5;
  const MOST_ERROR = 4096;
  const MOST_TRACEBACK = 8192;
  const UNKNOWN = /^(\w+) is not defined$/;
  const HOMES = {
    __proto__: null,
    print: "write console.log(...)",
    len: "write value.length",
    None: "write null",
    True: "write true",
    False: "write false",
    input:
      "the input comes as the function's argument; a program reads require('fs').readFileSync(0, 'utf8')",
    prompt: "a program reads require('fs').readFileSync(0, 'utf8')",
    alert: "write console.log(...)",
    document: "there is no page here",
    window: "there is no page here",
    fetch: "there is no network here",
    Worker: "there are no threads here",
    range: "write a for loop",
  };
  const BIGINT = "integers beyond 2^53 - 1 are BigInt";
  const OF_BIGINT = {
    __proto__: null,
    "Cannot mix BigInt and other types, use explicit conversions": `${BIGINT}: convert the others as well, BigInt(n)`,
    "Cannot convert a BigInt value to a number": `${BIGINT}, which Math, isNaN and unary + do not take: calculate with BigInt alone, BigInt(n)`,
    "Do not know how to serialize a BigInt": `${BIGINT}: write String(n)`,
  };
  const NO_INTEGER =
    /^The number \S+ cannot be converted to a BigInt because it is not an integer$/;
  // As Node tells what only sources without import, export and a top-level await have.
  const IN_MODULES = " in ES module scope";
  const COMMONJS = {
    __proto__: null,
    require: `${IN_MODULES}, you can use import instead`,
    module: `${IN_MODULES}, you can use export instead`,
    exports: `${IN_MODULES}, you can use export instead`,
    __filename: IN_MODULES,
    __dirname: IN_MODULES,
  };
  let lines = [];

  // Frames of the runner's are nobody's business: what is left is what a program of its own would show.
  let ownPrepare;
  const prepareStackTrace = (error, frames) => {
    const shown = [];
    let last = 0;
    for (let at = 0; at < frames.length; at += 1) {
      const text = own.String(frames[at]);
      if (isRunners(text)) continue;
      own.push(shown, frames[at]);
      if (own.includes(text, FILE)) last = shown.length;
    }
    shown.length = last;
    if (typeof ownPrepare === "function") return ownPrepare(error, shown);
    let told = headOf(error);
    for (let at = 0; at < last; at += 1) told += `\n    at ${shown[at]}`;
    return told;
  };
  own.defineProperty(Error, "prepareStackTrace", {
    get: () => prepareStackTrace,
    set: (prepare) => {
      ownPrepare = prepare;
    },
  });

  function isRunners(frame) {
    return (
      own.includes(frame, "runner:") || own.includes(frame, "node:") || own.includes(frame, ".cjs:")
    );
  }

  /** Takes part of an object that may do anything when it is asked. */
  function partOf(value, name) {
    try {
      return value[name];
    } catch {
      return undefined;
    }
  }
  kit.partOf = partOf;

  function headOf(error) {
    const name = partOf(error, "name");
    const message = partOf(error, "message");
    const shownName = typeof name === "string" && name !== "" ? name : "Error";
    const shownMessage = typeof message === "string" ? message : "";
    return shownMessage === "" ? shownName : `${shownName}: ${shownMessage}`;
  }

  /** The class of an error that has no name of its own, as Node tells it: `Mine [Error]: ...`. */
  function kindOf(error) {
    const kind = partOf(partOf(error, "constructor"), "name");
    const name = partOf(error, "name");
    if (typeof kind !== "string" || kind === "" || kind === name || name !== "Error") return "";
    return `${own.slice(kind, 0, 100)} [Error]`;
  }

  function lineOf(fault) {
    if (!own.isError(fault)) return `Uncaught ${show("inspect", fault) ?? "value"}`;
    const kind = kindOf(fault);
    const head = kind === "" ? headOf(fault) : own.replace(headOf(fault), "Error", kind);
    const message = own.String(partOf(fault, "message") ?? "");
    const unknown = own.exec(UNKNOWN, message);
    const advice = unknown === null ? adviceOnBigInt(message) : HOMES[unknown[1]];
    if (advice !== undefined) return `${head} (${advice})`;
    return unknown === null ? head : head + (COMMONJS[unknown[1]] ?? "");
  }

  function adviceOnBigInt(message) {
    if (own.exec(NO_INTEGER, message) !== null) return "write BigInt(Math.trunc(n))";
    return OF_BIGINT[message];
  }

  /** The line that failed, with a mark below, as Node shows it. */
  function quote(stack) {
    const place = own.exec(PLACE, stack);
    if (place === null) return "";
    const line = lines[place[1] - 1];
    if (line === undefined || line.length > 400) return `${FILE}:${place[1]}\n\n`;
    const mark = own.repeat(" ", place[2] - 1);
    return `${FILE}:${place[1]}\n${line}\n${mark}^\n\n`;
  }

  function stackOf(fault) {
    const stack = own.isError(fault) ? partOf(fault, "stack") : undefined;
    return typeof stack === "string" ? stack : lineOf(fault);
  }

  function tracebackOf(fault) {
    const stack = stackOf(fault);
    let text = quote(stack) + stack;
    let cause = fault;
    for (let count = 0; count < MOST_CAUSES && own.isError(cause); count += 1) {
      const members = partOf(cause, "errors");
      if (own.isArray(members)) {
        for (let at = 0; at < members.length && at < MOST_CAUSES; at += 1) {
          text += `\n[errors][${at}]: ${stackOf(members[at])}`;
        }
      }
      if (!own.hasOwn(cause, "cause")) break;
      cause = partOf(cause, "cause");
      text += `\n[cause]: ${stackOf(cause)}`;
    }
    return text;
  }

  const cut = (text, size) =>
    own.toWellFormed(text.length <= size ? text : `${own.slice(text, 0, size - 3)}...`);

  let latest;
  kit.fault = (reason, error, traceback = "") => {
    latest = {
      __proto__: null,
      reason,
      error: cut(error, MOST_ERROR),
      traceback: cut(traceback, MOST_TRACEBACK),
    };
    return latest;
  };
  /** Whether it is the one told last, and nothing that a solution made to look like one. */
  kit.isFault = (thrown) => thrown !== undefined && thrown === latest;
  kit.describe = (thrown, advice = "") => {
    try {
      return kit.fault("EXCEPTION", lineOf(thrown) + advice, tracebackOf(thrown));
    } catch {
      // There is no room left on the stack, or the value defies being looked at.
      return kit.fault("EXCEPTION", "Uncaught value", "");
    }
  };
  kit.rememberSource = (source) => {
    lines = own.split(source, LINE_ENDS);
  };

  const OTHERS = [
    [/^[ \t]*(?:def \w+\(.*\)[^:\n]*:|class \w+.*:|elif .*:)[ \t]*(?:#.*)?$/m, "Python"],
    [/^[ \t]*#include\b|\bpublic (?:static|class)\b/m, "another language"],
    [
      /\b(?:interface|enum)\s+\w+\s*\{|\btype\s+\w+\s*=|[\w)\]]\s*\??:\s*(?:number|string|boolean|any|void|unknown|[A-Z]\w*<|\w+\[\])|\bas\s+(?:number|string|any|const)\b|(?:^|[({,;])\s*(?:private|public|protected|readonly)\s+\w+|\bimport type\b|\bfunction\s*\w*<\w+|\bnew\s+\w+<[\w\s,<>[\]]+>\(|[)\]]!(?:[;.)]|$)/m,
      "TypeScript",
    ],
    [/<\/\w*>|<\w+[^<>]*\/>/, "JSX", "Unexpected token '<'"],
  ];
  const INSTEAD = { __proto__: null, TypeScript: ", so leave the types out" };
  /** What the compiler said: the line it means, and its words. */
  kit.describeSyntax = (head, source) => {
    const parts = own.split(head, "\n");
    const place = own.exec(/^solution\.js:(\d+)/, parts[0]);
    const looksLike = ([signs, , message]) =>
      own.exec(signs, source) !== null && own.includes(head, message ?? "");
    const other = own.find(OTHERS, looksLike)?.[1];
    const advice =
      other && ` (this looks like ${other}: only JavaScript runs here${INSTEAD[other] ?? ""})`;
    const error = parts[parts.length - 1] + (advice ?? "");
    if (place === null) return kit.fault("COMPILE_ERROR", error, "");
    const last = lines.length < place[1] ? lines.length : place[1];
    if (last !== place[1]) parts[0] = `${FILE}:${last}`;
    // As its author wrote it.
    if (parts.length > 2) parts[1] = lines[last - 1];
    return kit.fault("COMPILE_ERROR", error, own.join(parts, "\n"));
  };
});

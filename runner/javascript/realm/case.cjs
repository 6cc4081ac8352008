// One case, as the runner drives it: from its input to a value, a fault or the end of a program.
(function oneCase(kit) {
  "use strict";

  const { own } = kit;
  let outcome;
  let isProgram = false;
  let style = "single";
  let entryName = null;
  let value;
  let hasLoaded = false;
  let rejection;
  let adviceOnCall = "";
  kit.left = false;
  kit.hasInspectors = false;
  // Whoever never asked for it has no listener, and no other status than the usual.
  const hasProcess = () => own.hasOwn(kit, "process");
  const place = { id: ".", path: "/", filename: "/solution.js", paths: [], parent: null };
  kit.module = { ...place, exports: {}, loaded: false, children: [] };
  kit.source = "";
  kit.inputText = "";
  kit.isOver = () => outcome !== undefined || kit.left;

  const settle = (kind, text) => {
    outcome ??= kind + text;
  };
  const settleFault = (fault) => settle("F", own.stringify(fault));
  // Nobody leaves who never asked for a process.
  const isLeaving = (thrown) => own.hasOwn(kit, "isLeaving") && kit.isLeaving(thrown);

  function fail(thrown) {
    if (kit.left || isLeaving(thrown)) return;
    settleFault(kit.describe(thrown, adviceOnCall));
  }

  const listens = (name) => hasProcess() && kit.process.listenerCount(name) > 0;

  /** What nobody caught is the program's own business where it has a listener for that. */
  function uncaught(thrown, origin = "uncaughtException") {
    const isHeard = !kit.isOver() && listens("uncaughtException");
    if (!isHeard || isLeaving(thrown)) {
      fail(thrown);
      return;
    }
    try {
      kit.process.emit("uncaughtException", thrown, origin);
    } catch (another) {
      fail(another);
    }
  }

  kit.attempt = (callback, args, receiver) => {
    try {
      own.apply(callback, receiver, args);
    } catch (thrown) {
      uncaught(thrown);
    }
  };

  const idlers = [];
  /** Once, when there is nothing left to wait for. */
  kit.whenIdle = (act) => own.push(idlers, act);
  kit.runIdle = () => {
    for (const act of own.splice(idlers, 0, idlers.length)) kit.attempt(act, []);
    if (!isProgram || !hasLoaded || kit.isOver() || kit.nextTimerMs() >= 0) return;
    if (listens("beforeExit"))
      kit.attempt(() => kit.process.emit("beforeExit", kit.exitStatus()), []);
  };

  /** Takes the job. An input that does not fit ends the case. */
  kit.receive = (source, inputText, entry, argumentStyle, io) => {
    kit.source = source;
    kit.rememberSource(source);
    if (own.includes(source, "custom")) kit.hasInspectors = true;
    isProgram = io === "stdio";
    style = isProgram ? "stdio" : argumentStyle;
    entryName = entry;
    try {
      value = kit.parseInput(inputText);
    } catch (thrown) {
      fail(thrown);
      return;
    }
    const misfit = kit.misfit(style, value);
    if (misfit !== undefined) settleFault(kit.fault("EXCEPTION", misfit));
    if (isProgram && misfit === undefined) kit.inputText = value;
  };

  kit.refuse = (head) => settleFault(kit.describeSyntax(head, kit.source));
  kit.fail = fail;
  kit.hasFailed = uncaught;
  kit.rejected = (reason) => {
    if (kit.isOver()) return;
    if (listens("unhandledRejection"))
      kit.attempt(() => kit.process.emit("unhandledRejection", reason, undefined), []);
    else if (isProgram) uncaught(reason, "unhandledRejection");
    else rejection ??= { reason };
  };
  kit.setMeta = (meta) => {
    meta.url = "file:///solution.js";
    meta.filename = "/solution.js";
    meta.dirname = "/";
    kit.meta = meta;
  };

  /** Runs a source as CommonJS: a function that gives back what finds its members. */
  kit.runScript = (script) => {
    const { module } = kit;
    kit.require.main = module;
    try {
      kit.find = own.apply(script, module.exports, [
        module.exports,
        kit.require,
        module,
        "/solution.js",
        "/",
      ]);
    } catch (thrown) {
      hasLoaded = true;
      uncaught(thrown);
      return;
    }
    call();
  };
  /** The same for a module of ECMAScript, once it has run. */
  kit.hasLoaded = (namespace) => {
    kit.namespace = namespace;
    kit.find = kit.meta?.find;
    call();
  };

  function call() {
    hasLoaded = true;
    if (isProgram || kit.isOver()) return;
    try {
      const entry = kit.findEntry(entryName);
      if (style === "keyword") adviceOnCall = kit.adviceOnKeywords(entry.callee, entryName, value);
      const result = entry.call(style === "positional" ? value : [value]);
      if (isThenable(result)) {
        own.whenSettled(own.apply(own.resolve, own.Promise, [result]), succeed, fail);
      } else succeed(result);
    } catch (thrown) {
      if (kit.isFault(thrown)) settleFault(thrown);
      else fail(thrown);
    }
  }

  const isThenable = (result) =>
    (typeof result === "function" || (typeof result === "object" && result !== null)) &&
    typeof result.then === "function";

  function succeed(result) {
    if (kit.isOver()) return;
    try {
      settle("V", kit.toJson(result));
    } catch (thrown) {
      const sentence = kit.whyNotJson(thrown);
      if (sentence === undefined) fail(thrown);
      else
        settleFault(
          kit.fault("BAD_RETURN_VALUE", `SerializationError: ${sentence}${adviceOnCall}`),
        );
    }
  }

  function endProgram() {
    if (hasProcess()) kit.attempt(kit.runExitListeners, []);
    if (!kit.isOver()) settle("X", hasProcess() ? kit.exitStatus() : 0);
  }

  /** There is nothing left to wait for. */
  kit.finish = () => {
    if (kit.isOver()) return;
    if (isProgram && hasLoaded) {
      endProgram();
      return;
    }
    if (rejection !== undefined) fail(rejection.reason);
    const what = hasLoaded ? "the promise that the function returned" : "an await at the top";
    settleFault(kit.fault("NO_RESULT", `NoResult: ${what} never settles`));
  };

  kit.outcome = () => outcome;
});

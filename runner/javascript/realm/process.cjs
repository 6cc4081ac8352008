// The process that a program sees: its streams, its events, and its way out.
(function process(kit) {
  "use strict";

  const { own, ask, leave, write, EventEmitter } = kit;
  const VERSION = "v24.0.0";

  class Left {
    constructor(status) {
      this.status = status;
    }
  }
  kit.isLeaving = (thrown) => {
    try {
      return thrown instanceof Left;
    } catch {
      return false;
    }
  };

  function makeStdin(input) {
    const Readable = kit.readable();
    let rest = input;
    const stdin = new Readable({
      read() {
        // As from a pipe it comes once the program has nothing else to do, and so does its end.
        kit.setImmediate(() => {
          const text = rest;
          rest = "";
          if (text === "") this.push(null);
          else this.push(this.readableEncoding === "utf8" ? text : kit.Buffer.from(text));
        });
      },
    });
    return Object.assign(stdin, { fd: 0, ref: () => stdin, unref: () => stdin });
  }

  function makeOutput(descriptor) {
    const { Writable } = kit.writables();
    const output = new Writable({ decodeStrings: false });
    output.write = (chunk, encoding, callback) => {
      const coding = typeof encoding === "string" ? encoding : "utf8";
      const taken = kit.takenAs(chunk, coding, output._writableState);
      const isPlain = typeof taken === "string" && /^utf-?8$/i.test(coding);
      write(descriptor, isPlain ? taken : kit.Buffer.from(taken, coding).toString());
      const then = typeof encoding === "function" ? encoding : callback;
      if (typeof then === "function") kit.nextTick(then);
      return true;
    };
    output.destroy = () => output;
    return Object.assign(output, { fd: descriptor, _type: "pipe", hasColors: undefined });
  }

  /** What is printed goes on when a stream that leads into it has ended. */
  kit.isOutput = (stream) => stream === kit.process.stdout || stream === kit.process.stderr;

  // What is set there becomes a text, as it does in an environment.
  const makeEnv = () =>
    new Proxy(
      {},
      {
        set(env, name, value) {
          if (typeof name === "symbol" || typeof value === "symbol")
            throw new own.TypeError("Cannot convert a Symbol value to a string");
          env[name] = `${value}`;
          return true;
        },
      },
    );

  const makeHrtime = () => {
    const hrtime = (since) => {
      const ms = ask("now");
      const now = [Math.floor(ms / 1000), Math.floor((ms % 1000) * 1e6)];
      if (since === undefined) return now;
      const ns = (now[0] - since[0]) * 1e9 + now[1] - since[1];
      return [Math.floor(ns / 1e9), ns % 1e9];
    };
    hrtime.bigint = () => own.BigInt(Math.round(ask("now") * 1e6));
    return hrtime;
  };
  const makeMemoryUsage = () => {
    const memoryUsage = () => {
      const used = ask("memory");
      return { rss: used, heapTotal: used, heapUsed: used, external: 0, arrayBuffers: 0 };
    };
    memoryUsage.rss = () => ask("memory");
    return memoryUsage;
  };
  function cpuUsage(since) {
    const used = Math.round(ask("now") * 1000);
    return { user: used - (since?.user ?? 0), system: 0 };
  }

  kit.makeProcess = (input) => {
    const made = new (class process extends EventEmitter {})();
    // They are of no interest to anybody who looks at the process.
    for (const name of Reflect.ownKeys(made))
      own.defineProperty(made, name, { value: made[name], writable: true, enumerable: false });
    const members = {
      title: "node",
      version: VERSION,
      versions: { node: own.slice(VERSION, 1), v8: "13.6", uv: "1", modules: "137" },
      release: { name: "node" },
      arch: "arm64",
      platform: "linux",
      pid: 1,
      ppid: 0,
      argv: ["node", "/solution.js"],
      argv0: "node",
      execArgv: [],
      execPath: "node",
      exitCode: undefined,
      config: {},
      features: {},
      env: makeEnv(),
      cwd: () => "/",
      getuid: () => 1000,
      geteuid: () => 1000,
      getgid: () => 1000,
      uptime: () => ask("now") / 1000,
      hrtime: makeHrtime(),
      memoryUsage: makeMemoryUsage(),
      cpuUsage,
      resourceUsage: () => ({ userCPUTime: cpuUsage().user, systemCPUTime: 0, maxRSS: 0 }),
      availableMemory: () => 256 * 2 ** 20,
      constrainedMemory: () => 256 * 2 ** 20,
      getActiveResourcesInfo: () => [],
      setUncaughtExceptionCaptureCallback: () => {},
      nextTick: kit.nextTick,
      emitWarning: (warning, type) => {
        const name = typeof type === "string" ? type : (type?.type ?? warning?.name ?? "Warning");
        write(2, `(node:1) ${name}: ${warning?.message ?? warning}\n`);
      },
      exit(status) {
        if (status !== undefined) made.exitCode = status;
        kit.runExitListeners();
        kit.left = true;
        leave(kit.exitStatus());
        throw new Left();
      },
    };
    for (const name of own.keys(members)) made[name] = members[name];
    kit.lazily(made, "stdin", () => makeStdin(input), true);
    kit.lazily(made, "stdout", () => makeOutput(1), true);
    kit.lazily(made, "stderr", () => makeOutput(2), true);
    own.defineProperty(made, Symbol.toStringTag, { value: "process", configurable: true });
    return made;
  };
  kit.exitStatus = () => {
    const status = +(kit.process.exitCode ?? 0);
    return own.isInteger(status) ? status & 0xff : 1;
  };
  let haveRun = false;
  kit.runExitListeners = () => {
    if (haveRun) return;
    haveRun = true;
    kit.process.emit("exit", kit.exitStatus());
  };
});

// The process that a program sees: its input, its streams, and its way out.
(function process(kit) {
  "use strict";

  const { own, ask, leave, write, EventEmitter, Buffer } = kit;
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

  class Readable extends EventEmitter {
    #text;
    #encoding = null;
    #isStarted = false;
    #isPaused = false;
    constructor(text) {
      super();
      this.#text = text;
      this.fd = 0;
      this.isTTY = false;
      this.readable = true;
    }
    #chunk() {
      const text = this.#text;
      this.#text = "";
      return this.#encoding === null ? Buffer.from(text) : text;
    }
    #start() {
      if (this.#isStarted) return;
      this.#isStarted = true;
      kit.nextTick(() => this.#flow());
    }
    #flow() {
      if (this.#isPaused) return;
      if (this.listenerCount("readable") > 0) this.emit("readable");
      else if (this.#text !== "") this.emit("data", this.#chunk());
      this.readable = false;
      kit.nextTick(() => {
        this.emit("end");
        this.emit("close");
      });
    }
    on(name, listener) {
      super.on(name, listener);
      if (name === "data" || name === "readable") this.#start();
      return this;
    }
    read() {
      return this.#text === "" ? null : this.#chunk();
    }
    setEncoding(encoding) {
      this.#encoding = encoding ?? "utf8";
      return this;
    }
    resume() {
      if (this.#isPaused) this.#isStarted = false;
      this.#isPaused = false;
      this.#start();
      return this;
    }
    pause() {
      this.#isPaused = true;
      return this;
    }
    pipe(target) {
      this.on("data", (chunk) => target.write(chunk));
      return target;
    }
    unref() {
      return this;
    }
    ref() {
      return this;
    }
    async *[Symbol.asyncIterator]() {
      if (this.#text !== "") yield this.#chunk();
    }
  }

  class Writable extends EventEmitter {
    #stream;
    constructor(stream) {
      super();
      this.#stream = stream;
      this.fd = stream;
      this.isTTY = false;
      this.writable = true;
    }
    write(chunk, encoding, callback) {
      write(this.#stream, typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
      const then = typeof encoding === "function" ? encoding : callback;
      if (typeof then === "function") kit.nextTick(then);
      return true;
    }
    end(chunk, encoding, callback) {
      if (chunk !== undefined && typeof chunk !== "function") this.write(chunk, encoding);
      const then = [chunk, encoding, callback].find((one) => typeof one === "function");
      if (then !== undefined) kit.nextTick(then);
      return this;
    }
    cork() {}
    uncork() {}
  }

  kit.makeProcess = (input) => {
    const made = new EventEmitter();
    const hrtime = (since) => {
      const ms = ask("now");
      const now = [Math.floor(ms / 1000), Math.floor((ms % 1000) * 1e6)];
      if (since === undefined) return now;
      const ns = (now[0] - since[0]) * 1e9 + now[1] - since[1];
      return [Math.floor(ns / 1e9), ns % 1e9];
    };
    hrtime.bigint = () => own.BigInt(Math.round(ask("now") * 1e6));
    const members = {
      title: "node",
      version: VERSION,
      versions: { node: own.slice(VERSION, 1) },
      release: { name: "node" },
      arch: "arm64",
      platform: "linux",
      pid: 1,
      ppid: 0,
      argv: ["node", "/solution.js"],
      argv0: "node",
      execArgv: [],
      execPath: "node",
      env: {},
      exitCode: undefined,
      stdin: new Readable(input),
      stdout: new Writable(1),
      stderr: new Writable(2),
      cwd: () => "/",
      uptime: () => ask("now") / 1000,
      hrtime,
      memoryUsage: () => ({
        rss: ask("memory"),
        heapTotal: ask("memory"),
        heapUsed: ask("memory"),
        external: 0,
      }),
      nextTick: kit.nextTick,
      emitWarning: (warning) => write(2, `${warning}\n`),
      exit(status) {
        if (status !== undefined) made.exitCode = status;
        kit.runExitListeners();
        kit.left = true;
        leave(kit.exitStatus());
        throw new Left();
      },
    };
    for (const name of own.keys(members)) made[name] = members[name];
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

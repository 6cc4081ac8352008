// Node's readline over an input that is no terminal.
(function readline(kit) {
  "use strict";

  const { own } = kit;
  const OTHER_END = /[\r\u2028\u2029]/;
  const LINE_END = /\r?\n|\r(?!\n)|\u2028|\u2029/;

  const closedFault = () => own.misuse(own.Error, "ERR_USE_AFTER_CLOSE", "readline was closed");

  class Interface extends kit.EventEmitter {
    #input;
    #output;
    #prompt;
    #isPaused = false;
    #decoder;
    #part = "";
    // Of what was read at once: lines that wait for a question which is still to be asked.
    #lines = [];
    #at = 0;
    #question;
    #hasAsked = false;
    #hasEnded = false;
    #isWaiting = false;

    constructor(first, output) {
      super();
      const isOptions = first?.input !== undefined;
      const options = isOptions ? first : { input: first, output };
      this.#input = options.input;
      this.#output = options.output ?? undefined;
      this.#prompt = options.prompt ?? "> ";
      this.terminal = false;
      this.line = "";
      this.cursor = 0;
      this.closed = false;
      this.#decoder = new kit.StringDecoder("utf8");
      // A text is there already: nobody needs its bytes.
      if (this.#input === kit.process.stdin) this.#input.setEncoding("utf8");
      this.#input.on("data", (data) => this.#take(this.#decoder.write(data)));
      this.#input.on("end", () => this.#end());
      options.signal?.addEventListener("abort", () => this.close());
      this.#input.resume();
    }
    #take(text) {
      const all = this.#part + text;
      // Where there is no other end of a line, it need not be looked for.
      const lines = own.split(all, OTHER_END.test(all) ? LINE_END : "\n");
      this.#part = lines.pop();
      this.#lines =
        this.#at < this.#lines.length ? this.#lines.slice(this.#at).concat(lines) : lines;
      this.#at = 0;
      this.#flow();
    }
    #flow() {
      while (this.#at < this.#lines.length) {
        if (this.#isHeld()) {
          this.#lookLater();
          return;
        }
        this.#at += 1;
        this.#tell(this.#lines[this.#at - 1]);
      }
      if (this.#hasEnded) this.close();
    }
    /** Nobody listens, and somebody has asked before: what comes next may be the answer to the next question. */
    #isHeld() {
      if (!this.#hasAsked || this.closed || this.#question !== undefined) return false;
      return this.listenerCount("line") === 0;
    }
    #lookLater() {
      if (this.#isWaiting) return;
      this.#isWaiting = true;
      kit.whenIdle(() => {
        this.#isWaiting = false;
        if (!this.#isHeld()) return;
        this.#at = this.#lines.length;
        this.#flow();
      });
    }
    #tell(line) {
      const answer = this.#question;
      if (answer === undefined) {
        this.emit("line", line);
        return;
      }
      this.#question = undefined;
      answer(line);
    }
    #end() {
      if (this.#part !== "") own.push(this.#lines, this.#part);
      this.#part = "";
      this.#hasEnded = true;
      this.#flow();
    }
    question(text, options, callback = options) {
      if (this.closed) throw closedFault();
      this.#hasAsked = true;
      if (typeof callback === "function" && this.#question === undefined) this.#question = callback;
      this.#output?.write(text);
      if (this.#isPaused) this.resume();
      if (this.#at < this.#lines.length) kit.setImmediate(() => this.#flow());
    }
    close() {
      if (this.closed) return;
      this.pause();
      this.closed = true;
      this.emit("close");
    }
    on(name, listener) {
      super.on(name, listener);
      if (name === "line" && this.#at < this.#lines.length && this.#hasAsked)
        kit.setImmediate(() => this.#flow());
      return this;
    }
    pause() {
      if (this.#isPaused) return this;
      this.#input.pause();
      this.#isPaused = true;
      this.emit("pause");
      return this;
    }
    resume() {
      if (this.closed) throw closedFault();
      if (!this.#isPaused) return this;
      this.#input.resume();
      this.#isPaused = false;
      this.emit("resume");
      return this;
    }
    getPrompt() {
      return this.#prompt;
    }
    setPrompt(prompt) {
      this.#prompt = prompt;
    }
    prompt() {
      if (this.closed) throw closedFault();
      if (this.#isPaused) this.resume();
      this.#output?.write(this.#prompt);
    }
    write(text) {
      if (this.closed) throw closedFault();
      if (this.#isPaused) this.resume();
      this.#take(`${text}`);
    }
    getCursorPos() {
      return { rows: 0, cols: 0 };
    }
    /** It listens at once, whenever the first line is asked for. */
    [Symbol.asyncIterator]() {
      const come = { lines: [], wake: () => {} };
      this.on("line", (line) => {
        own.push(come.lines, line);
        come.wake();
      });
      this.on("close", () => come.wake());
      return this.#each(come);
    }
    async *#each(come) {
      try {
        for (;;) {
          const { lines } = come;
          come.lines = [];
          yield* lines;
          if (come.lines.length > 0) continue;
          if (this.closed) return;
          await new own.Promise((resolve) => {
            come.wake = resolve;
          });
        }
      } finally {
        this.close();
      }
    }
    [Symbol.dispose]() {
      this.close();
    }
  }
  // What `util.promisify` takes.
  own.defineProperty(Interface.prototype.question, kit.promisified, {
    value: function question(text, options) {
      return new own.Promise((resolve) => this.question(text, options, resolve));
    },
  });

  class PromisesInterface extends Interface {
    question(text, options) {
      return new own.Promise((resolve) => super.question(text, options, resolve));
    }
  }

  const done = (...given) => {
    const callback = given.at(-1);
    if (typeof callback === "function") kit.nextTick(callback);
    return true;
  };
  const shared = { clearLine: done, clearScreenDown: done, cursorTo: done, moveCursor: done };
  kit.readline = {
    Interface,
    createInterface: (...given) => new Interface(...given),
    emitKeypressEvents: () => {},
    ...shared,
    promises: {
      Interface: PromisesInterface,
      createInterface: (...given) => new PromisesInterface(...given),
    },
  };
});

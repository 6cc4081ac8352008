// What programs use of Node's readline: the lines of stdin.
(function readline(kit) {
  "use strict";

  const { own, EventEmitter } = kit;
  const LINE_ENDS = /\r\n|\n|\r/;

  class Interface extends EventEmitter {
    #lines = [];
    #next = 0;
    #isClosed = false;
    #isPaused = false;
    #questions = [];
    #hasRead = false;
    constructor(options) {
      super();
      this.#prompt = options?.prompt ?? "> ";
      this.#output = options?.output;
      const input = options?.input ?? options;
      input.setEncoding?.("utf8");
      input.on("data", (text) => this.#take(`${text}`));
      input.on("end", () => this.#end());
    }
    #prompt;
    #output;
    #take(text) {
      const lines = text.split(LINE_ENDS);
      if (lines.at(-1) === "") lines.pop();
      own.push(this.#lines, ...lines);
    }
    #nextLine() {
      this.#next += 1;
      return this.#lines[this.#next - 1];
    }
    #end() {
      this.#hasRead = true;
      this.#flow();
    }
    #flow() {
      while (this.#next < this.#lines.length && !this.#isPaused && !this.#isClosed) {
        const question = this.#questions.shift();
        if (question !== undefined) {
          question(this.#nextLine());
          // What it asks next comes before the lines that nobody asked for.
          kit.setImmediate(() => this.#flow());
          return;
        }
        if (this.listenerCount("line") === 0) return;
        this.emit("line", this.#nextLine());
      }
      if (this.#next >= this.#lines.length) this.close();
    }
    question(text, options, callback) {
      this.#output?.write(text);
      own.push(this.#questions, callback ?? options);
      if (this.#hasRead) kit.setImmediate(() => this.#flow());
    }
    close() {
      if (this.#isClosed) return;
      this.#isClosed = true;
      this.emit("close");
    }
    on(name, listener) {
      super.on(name, listener);
      if (name === "line" && this.#hasRead) kit.setImmediate(() => this.#flow());
      return this;
    }
    pause() {
      this.#isPaused = true;
      return this;
    }
    resume() {
      this.#isPaused = false;
      if (this.#hasRead) this.#flow();
      return this;
    }
    setPrompt(prompt) {
      this.#prompt = prompt;
    }
    prompt() {
      this.#output?.write(this.#prompt);
    }
    write() {}
    async *[Symbol.asyncIterator]() {
      let taken = [];
      let wake = () => {};
      this.on("line", (line) => {
        own.push(taken, line);
        wake();
      });
      this.on("close", () => wake());
      for (;;) {
        const lines = taken;
        taken = [];
        yield* lines;
        if (taken.length > 0) continue;
        if (this.#isClosed) return;
        await new own.Promise((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  class PromisesInterface extends Interface {
    question(text) {
      return new own.Promise((resolve) => super.question(text, resolve));
    }
  }
  kit.readline = {
    Interface,
    createInterface: (...given) => new Interface(...given),
    clearLine: () => true,
    cursorTo: () => true,
    promises: {
      Interface: PromisesInterface,
      createInterface: (...given) => new PromisesInterface(...given),
    },
  };
});

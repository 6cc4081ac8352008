import type { Surroundings } from "./surroundings.js";

const QUIET_MS = 2000;
const LINE_EVERY_MS = 5000;
const TERMINAL_EVERY_MS = 100;

/** Says on stderr how far a command is, once it has taken more than two seconds. */
export class Progress implements Disposable {
  #next = performance.now() + QUIET_MS;
  #isShown = false;

  constructor(private readonly surroundings: Pick<Surroundings, "err" | "isErrTerminal">) {}

  show(text: string): void {
    const now = performance.now();
    if (now < this.#next) return;
    const { err, isErrTerminal } = this.surroundings;
    this.#next = now + (isErrTerminal ? TERMINAL_EVERY_MS : LINE_EVERY_MS);
    this.#isShown = isErrTerminal;
    err(isErrTerminal ? `\r\x1b[K${text}` : `${text}\n`);
  }

  /** Makes room for what is said next. */
  clear(): void {
    if (this.#isShown) this.surroundings.err("\r\x1b[K");
    this.#isShown = false;
  }

  [Symbol.dispose](): void {
    this.clear();
  }
}

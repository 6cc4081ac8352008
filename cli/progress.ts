import type { Surroundings } from "./surroundings.js";

const QUIET_MS = 2000;
const LINE_EVERY_MS = 5000;
const TERMINAL_EVERY_MS = 100;
const LOOK_EVERY_MS = 500;

/** Says on stderr how far a command is, once it has taken more than two seconds. */
export class Progress implements Disposable {
  #next = performance.now() + QUIET_MS;
  #isShown = false;

  constructor(private readonly surroundings: Pick<Surroundings, "err" | "overwrite">) {}

  show(text: string): void {
    const now = performance.now();
    if (now < this.#next) return;
    const { err, overwrite } = this.surroundings;
    this.#next = now + (overwrite ? TERMINAL_EVERY_MS : LINE_EVERY_MS);
    this.#isShown = overwrite !== undefined;
    if (overwrite) overwrite(text);
    else err(`${text}\n`);
  }

  /** Goes on showing what is waited for, where nothing is told meanwhile. */
  showWhile(text: () => string): Disposable {
    const timer = setInterval(() => this.show(text()), LOOK_EVERY_MS);
    return { [Symbol.dispose]: () => clearInterval(timer) };
  }

  /** Makes room for what is said next. */
  clear(): void {
    if (this.#isShown) this.surroundings.overwrite?.("");
    this.#isShown = false;
  }

  [Symbol.dispose](): void {
    this.clear();
  }
}

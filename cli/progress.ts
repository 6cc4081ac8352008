import type { Surroundings } from "./surroundings.js";

const QUIET_MS = 2000;
const LINE_EVERY_MS = 5000;
const LOOK_EVERY_MS = 500;

/** Says on stderr how far a command is: on a terminal at once, into a file once it has taken more than two seconds. */
export class Progress implements Disposable {
  #next = performance.now() + QUIET_MS;
  #isShown = false;

  constructor(private readonly surroundings: Pick<Surroundings, "err" | "overwrite">) {}

  show(text: string): void {
    const { err, overwrite } = this.surroundings;
    if (overwrite) {
      this.#isShown = true;
      overwrite(text);
      return;
    }
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + LINE_EVERY_MS;
    err(`${text}\n`);
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

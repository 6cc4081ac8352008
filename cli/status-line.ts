import type { Surroundings } from "./surroundings.js";

const TICK_MS = 1000;
const DRAW_EVERY_MS = 100;

/**
 * The last line of a terminal: what is under way, and for how long. It makes room for whatever is said, and counts
 * on where nothing is told for a second, so that no command looks as if it hung.
 */
export class StatusLine implements Disposable {
  readonly surroundings: Surroundings;
  readonly #begun = performance.now();
  #text = "";
  #drawn = Number.NEGATIVE_INFINITY;
  #isShown = false;
  /** Nothing is written over a question, or behind half a line. */
  #isFree = true;
  #next: NodeJS.Timeout | undefined;
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(private readonly around: Surroundings) {
    const { overwrite, out, err, ask } = around;
    this.surroundings = overwrite
      ? {
          ...around,
          out: (text) => this.#say(out, text),
          err: (text) => this.#say(err, text),
          ask: ask && ((question) => this.#ask(ask, question)),
          overwrite: (text) => this.#show(text),
        }
      : around;
    this.#timer = overwrite && setInterval(() => this.#draw(), TICK_MS);
  }

  #show(text: string): void {
    this.#text = text;
    const early = this.#drawn + DRAW_EVERY_MS - performance.now();
    if (text === "") this.#clear();
    else if (early <= 0) this.#draw();
    // Of many texts that come within a moment the last is drawn at its end.
    else this.#next ??= setTimeout(() => this.#draw(), early);
  }

  #draw(): void {
    this.#forgetNext();
    if (!this.#isFree) return;
    const now = performance.now();
    this.#drawn = now;
    this.#isShown = true;
    // In front, as the end of a long line may be cut off.
    this.around.overwrite?.(
      `[${Math.floor((now - this.#begun) / 1000)} s] ${this.#text || "working"}`,
    );
  }

  #forgetNext(): void {
    clearTimeout(this.#next);
    this.#next = undefined;
  }

  #clear(): void {
    this.#forgetNext();
    if (this.#isShown) this.around.overwrite?.("");
    this.#isShown = false;
  }

  #say(write: (text: string) => void, text: string): void {
    if (text === "") return;
    this.#clear();
    write(text);
    this.#isFree = text.endsWith("\n");
  }

  async #ask(ask: (question: string) => Promise<string>, question: string): Promise<string> {
    this.#clear();
    this.#isFree = false;
    try {
      return await ask(question);
    } finally {
      this.#isFree = true;
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    this.#clear();
  }
}

import { GraderError } from "./grader-error.js";

/** The longest that a timer takes. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** How long an answer is awaited: for a time, or until the caller gives up. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #givenUp: Promise<never>;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #callerSignal: AbortSignal | undefined;

  constructor(timeoutMs: number, callerSignal: AbortSignal | undefined) {
    callerSignal?.throwIfAborted();
    this.#callerSignal = callerSignal;
    callerSignal?.addEventListener("abort", this.#onCallerAbort);
    this.#timer = setTimeout(
      () => {
        const sentence = `The service did not answer within ${timeoutMs} ms.`;
        this.#controller.abort(new GraderError(sentence, { code: "Timeout", status: 0 }));
      },
      Math.min(timeoutMs, MAX_TIMER_MS),
    );
    this.#givenUp = new Promise((_, reject) => {
      this.signal.addEventListener("abort", () => reject(this.signal.reason));
    });
    // Whoever awaits something is told; nobody needs to.
    this.#givenUp.catch(() => {});
  }

  /** For what is to end with it. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /**
   * What the work comes to. Rejects with a Timeout or with the reason of the caller's signal, even when
   * the work does not heed its own.
   */
  for<Result>(work: Promise<Result>): Promise<Result> {
    return Promise.race([work, this.#givenUp]);
  }

  /** Ends what still goes on. */
  end(): void {
    clearTimeout(this.#timer);
    this.#callerSignal?.removeEventListener("abort", this.#onCallerAbort);
    this.#controller.abort();
  }

  readonly #onCallerAbort = () => this.#controller.abort(this.#callerSignal?.reason);
}

/** Enough for what holds back small writes on the way to let the first line pass. */
const PADDING = " ".repeat(16 * 1024);

/**
 * The body of a live answer: lines that wait for a slow reader, and are dropped once it has gone. No
 * more waits than the work tells.
 */
export class LiveLines {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #isPadded = false;

  constructor() {
    this.body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => {
        this.#controller = undefined;
      },
    });
  }

  /** Whether there is still somebody to be told something. */
  get isOpen(): boolean {
    return this.#controller !== undefined;
  }

  /** Writes JSON, in which line breaks mean nothing: a value travels as its author wrote it, maybe over several. */
  write(json: string): void {
    const text = json.replaceAll(/[\r\n]/g, " ");
    this.#send(this.#isPadded ? text : text + PADDING);
    this.#isPadded = true;
  }

  /** A line without text, where nothing waits to be read: that is a sign as well. */
  showLife(): void {
    if ((this.#controller?.desiredSize ?? 0) > 0) this.#send("");
  }

  end(): void {
    this.#controller?.close();
    this.#controller = undefined;
  }

  #send(text: string): void {
    this.#controller?.enqueue(new TextEncoder().encode(`${text}\n`));
  }
}

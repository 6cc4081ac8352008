const LINE_MS = 15_000;

/** Tells a person on stderr how far it is; on a terminal in one line, else in a line now and then. */
export class Progress {
  #lastLineAt = 0;

  say(text: string): void {
    const { stderr } = process;
    if (stderr.isTTY) stderr.write(`\r\x1b[2K${text}`);
    else if (Date.now() - this.#lastLineAt >= LINE_MS) {
      this.#lastLineAt = Date.now();
      stderr.write(`${text}\n`);
    }
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[2K");
    this.#lastLineAt = 0;
  }
}

import { createInterface } from "node:readline/promises";

interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Asks a question on a terminal. Whoever closes it (Ctrl-D) has answered nothing.
 *
 * @param interrupt what a Ctrl-C does: in raw mode the terminal itself sends no signal
 */
export async function askOnTerminal(
  { input, output }: Terminal,
  question: string,
  signal: AbortSignal,
  interrupt: () => void,
): Promise<string> {
  const terminal = createInterface({ input, output });
  try {
    terminal.once("SIGINT", interrupt);
    const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
    const answered = terminal.question(question, { signal });
    return await Promise.race([answered, closed]);
  } finally {
    terminal.close();
  }
}

import { createInterface } from "node:readline/promises";
import { EXIT_STATUS } from "./command-end.js";
import { runGrader } from "./run-grader.js";

const { env, stdin, stdout, stderr } = process;
const controller = new AbortController();
// npm passes on a Ctrl-C that the terminal has sent to all of them: the second is the same one.
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => controller.abort());
// Whoever reads our output may stop reading, as `head` does.
stdout.on("error", () => process.exit(EXIT_STATUS.failed));

const { signal } = controller;

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    // In raw mode the terminal itself sends no signal.
    terminal.once("SIGINT", () => controller.abort());
    return await terminal.question(question, { signal });
  } finally {
    terminal.close();
  }
}

process.exitCode = await runGrader(process.argv.slice(2), {
  env,
  // npm runs scripts in the folder of the package, wherever somebody called it.
  folder: env.npm_lifecycle_event === "grader" ? (env.INIT_CWD ?? process.cwd()) : process.cwd(),
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  ask: stdin.isTTY && stderr.isTTY ? ask : undefined,
  overwrite: stderr.isTTY ? (text) => stderr.write(`\r\x1b[K${text}`) : undefined,
  signal,
});

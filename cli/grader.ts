import { askOnTerminal } from "./ask-on-terminal.js";
import { EXIT_STATUS } from "./command-end.js";
import { isNpmScript } from "./tool-command.js";

/** How long what is under way may take to come to an end by itself. */
const ENDED_WITHIN_MS = 3000;

const { env, stdin, stdout, stderr } = process;
const controller = new AbortController();
const { signal } = controller;

/** Gives up what is under way; where that does not end by itself, this is the status. */
function stop(status: number): void {
  controller.abort();
  setTimeout(() => process.exit(status), ENDED_WITHIN_MS).unref();
}

// npm passes on a Ctrl-C that the terminal has sent to all of them: the second is the same one.
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => stop(EXIT_STATUS.interrupted));
}
for (const stream of [stdout, stderr]) {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    // Whoever reads our output may stop reading, as `head` does.
    if (code !== "EPIPE" && !signal.aborted) stderr.write(`The output is lost (${code}).\n`);
    process.exitCode = EXIT_STATUS.failed;
    stop(EXIT_STATUS.failed);
  });
}

/** Writes over the last line, which must not break into two. */
const overwrite = stderr.isTTY
  ? (text: string) => stderr.write(`\r\x1b[K${text.slice(0, (stderr.columns || 80) - 1)}`)
  : undefined;

// To load the tool may take seconds on a busy machine.
overwrite?.("starting…");
const { runGrader } = await import("./run-grader.js");
overwrite?.("");

const status = await runGrader(process.argv.slice(2), {
  env,
  // npm runs scripts in the folder of the package, wherever somebody called it.
  folder: isNpmScript(env) ? (env.INIT_CWD ?? process.cwd()) : process.cwd(),
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  ask:
    stdin.isTTY && stderr.isTTY
      ? (question) =>
          askOnTerminal({ input: stdin, output: stderr }, question, signal, () =>
            stop(EXIT_STATUS.interrupted),
          )
      : undefined,
  overwrite,
  signal,
});
process.exitCode ??= status;

import { CommanderError } from "commander";
import { UnusableFolder } from "./authoring/unusable-folder.js";
import { CommandEnd, EXIT_STATUS } from "./command-end.js";
import { createProgram } from "./create-program.js";
import { explainFailure } from "./explain-failure.js";
import { harmlessText } from "./harmless-text.js";
import { StatusLine } from "./status-line.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Runs one command of the tool.
 *
 * @param args what stands behind `grader`
 * @returns the status that the process ends with
 */
export async function runGrader(args: readonly string[], around: Surroundings): Promise<number> {
  using line = new StatusLine(withHarmlessOutput(around));
  const { surroundings } = line;
  try {
    await createProgram(surroundings).parseAsync(args, { from: "user" });
    return EXIT_STATUS.done;
  } catch (error) {
    if (surroundings.signal.aborted) return EXIT_STATUS.interrupted;
    // Commander has written its sentence by itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_STATUS.misuse;
    const { ending, message } = endOf(error);
    if (message !== "") surroundings.err(`${message}\n`);
    return EXIT_STATUS[ending];
  }
}

/** Titles, names, outputs: much of what is said was written by others. */
function withHarmlessOutput(surroundings: Surroundings): Surroundings {
  const { out, err, overwrite, ask } = surroundings;
  return {
    ...surroundings,
    out: (text) => out(harmlessText(text)),
    err: (text) => err(harmlessText(text)),
    overwrite: overwrite && ((text) => overwrite(harmlessText(text))),
    ask: ask && ((question) => ask(harmlessText(question))),
  };
}

function endOf(error: unknown): CommandEnd {
  if (error instanceof CommandEnd) return error;
  if (error instanceof UnusableFolder) return new CommandEnd("no", error.message);
  return new CommandEnd("failed", explainFailure(error));
}

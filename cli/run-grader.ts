import { CommanderError } from "commander";
import { VisibleError } from "../api/domain/errors.js";
import { CommandEnd, EXIT_STATUS } from "./command-end.js";
import { createProgram } from "./create-program.js";
import { explainFailure } from "./explain-failure.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Runs one command of the tool.
 *
 * @param args what stands behind `grader`
 * @returns the status that the process ends with
 */
export async function runGrader(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  try {
    await createProgram(surroundings).parseAsync(args, { from: "user" });
    return EXIT_STATUS.done;
  } catch (error) {
    if (surroundings.signal.aborted) return EXIT_STATUS.interrupted;
    // Commander has written its sentence by itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_STATUS.misuse;
    if (error instanceof CommandEnd) {
      if (error.message !== "") surroundings.err(`${error.message}\n`);
      return EXIT_STATUS[error.ending];
    }
    if (error instanceof VisibleError) {
      surroundings.err(`${error.message}\n`);
      return EXIT_STATUS.failed;
    }
    surroundings.err(`${explainFailure(error)}\n`);
    return EXIT_STATUS.failed;
  }
}

import { runGrader } from "../../../cli/run-grader.js";
import type { Surroundings } from "../../../cli/surroundings.js";
import { toolEnvironment } from "./tool-environment.js";

export interface CommandRun {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a command of `grader` in this process.
 *
 * @param answers what a person answers on the terminal; without them there is none
 */
export async function runCommand(
  args: readonly string[],
  { answers, ...others }: Partial<Surroundings> & { readonly answers?: readonly string[] } = {},
): Promise<CommandRun> {
  const said = { out: "", err: "" };
  const left = answers?.slice();
  const status = await runGrader(args, {
    env: toolEnvironment(),
    folder: process.cwd(),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    ask:
      left &&
      (async (question) => {
        said.err += question;
        return left.shift() ?? "";
      }),
    overwrite: undefined,
    signal: new AbortController().signal,
    ...others,
  });
  return { status, ...said };
}

/** A PATH on which the programs in this folder come first. */
export const pathFrom = (folder: string) => `${folder}:${process.env.PATH}`;

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CommandEnd } from "../command-end.js";
import type { Surroundings } from "../surroundings.js";

const run = promisify(execFile);

/** Pulumi by itself, or as a package of the project. */
export const PULUMI_WAYS: readonly (readonly [string, ...string[]])[] = [
  ["pulumi"],
  ["npx", "--no", "pulumi"],
];

/** A preview of the whole stack is some hundred kilobytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Pulumi ended with another status than 0. */
export class PulumiRefused extends Error {
  constructor(
    /** All that it wrote. */
    readonly said: string,
    options: ErrorOptions,
  ) {
    super(said, options);
  }
}

/**
 * What Pulumi writes to its stdout.
 *
 * @throws PulumiRefused when it ends with another status than 0
 * @throws CommandEnd when there is none
 */
export async function runPulumi(
  args: readonly string[],
  { folder, env, signal }: Pick<Surroundings, "folder" | "env" | "signal">,
): Promise<string> {
  for (const [command, ...before] of PULUMI_WAYS) {
    try {
      const options = { cwd: folder, env, signal, maxBuffer: MOST_BYTES };
      return (await run(command, [...before, ...args, "--non-interactive"], options)).stdout;
    } catch (error) {
      if (signal.aborted) throw error;
      const {
        code,
        stdout = "",
        stderr = "",
      } = error as {
        readonly code?: unknown;
        readonly stdout?: string;
        readonly stderr?: string;
      };
      if (code === "ENOENT") continue;
      const said = stderr.trim() || stdout.trim();
      const message = error instanceof Error ? error.message : String(error);
      throw new PulumiRefused(said || message, { cause: error });
    }
  }
  const sentence =
    "Pulumi was not found, which knows the stack: install it (npm install pulumi), or name a dev server with --endpoint.";
  throw new CommandEnd("failed", sentence);
}

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CommandEnd } from "../command-end.js";
import type { Surroundings } from "../surroundings.js";
import { parseStackOutputs, type StackOutputs } from "./stack-outputs.js";

const run = promisify(execFile);

/** Pulumi by itself, or as a package of the project. */
const WAYS: readonly (readonly [string, readonly string[]])[] = [
  ["pulumi", []],
  ["npx", ["--no", "pulumi"]],
];

/** What Pulumi says, and what to do about it. */
const SENTENCES: readonly [RegExp, string][] = [
  [/PULUMI_ACCESS_TOKEN|pulumi login|not logged in/i, "Sign in first: npx pulumi login."],
  [/passphrase/i, "Set PULUMI_CONFIG_PASSPHRASE (or …_FILE) to the stack's passphrase."],
  [/no stack named|not found/i, "npx pulumi stack ls lists the stacks there are."],
  [/no Pulumi\.yaml|no project file/i, "Run this in the folder of the project (Pulumi.yaml)."],
  [/canceled due to missing packages|could not determine executable/i, "Install Pulumi first."],
];

/**
 * The outputs of a deployed stack, by the Pulumi of whoever runs this.
 *
 * @throws CommandEnd when there is no Pulumi, or it does not know the stack
 */
export async function readStack(
  stack: string,
  { folder, env, signal }: Surroundings,
): Promise<StackOutputs> {
  for (const [command, before] of WAYS) {
    const args = [...before, "stack", "output", "--json", "--stack", stack, "--non-interactive"];
    try {
      const { stdout } = await run(command, args, { cwd: folder, env, signal });
      return parseStackOutputs(JSON.parse(stdout), `The stack ${stack}`);
    } catch (error) {
      if (error instanceof CommandEnd || signal.aborted) throw error;
      const { code, stderr = "" } = error as { code?: unknown; stderr?: string };
      if (code !== "ENOENT") throw refusal(stack, stderr, error);
    }
  }
  const sentence =
    "Pulumi was not found, which knows the stack: install it (npm install pulumi), or name a dev server with --endpoint.";
  throw new CommandEnd("failed", sentence);
}

function refusal(stack: string, stderr: string, cause: unknown): CommandEnd {
  const said = stderr.trim() || (cause instanceof Error ? cause.message : String(cause));
  const advice = SENTENCES.find(([pattern]) => pattern.test(said))?.[1] ?? "";
  const sentence = `Pulumi does not tell the outputs of the stack ${stack}. ${advice}\n${said}`;
  return new CommandEnd("failed", sentence, { cause });
}

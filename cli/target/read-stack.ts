import { CommandEnd } from "../command-end.js";
import { Progress } from "../progress.js";
import type { Surroundings } from "../surroundings.js";
import { PulumiRefused, runPulumi } from "./run-pulumi.js";
import { parseStackOutputs, type StackOutputs } from "./stack-outputs.js";

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
export async function readStack(stack: string, surroundings: Surroundings): Promise<StackOutputs> {
  return parseStackOutputs(await readOutputs(stack, surroundings), `The stack ${stack}`);
}

/** The same as they are: none, before the stack's first deployment. */
export async function readOutputs(stack: string, surroundings: Surroundings): Promise<unknown> {
  using progress = new Progress(surroundings);
  using _shown = progress.showWhile(() => `asking Pulumi for the stack ${stack}`);
  try {
    const args = ["stack", "output", "--json", "--stack", stack];
    return JSON.parse(await runPulumi(args, surroundings));
  } catch (error) {
    if (!(error instanceof PulumiRefused)) throw error;
    const { said } = error;
    const advice = SENTENCES.find(([pattern]) => pattern.test(said))?.[1] ?? "";
    const sentence = `Pulumi does not tell the outputs of the stack ${stack}. ${advice}\n${said}`;
    throw new CommandEnd("failed", sentence, { cause: error });
  }
}

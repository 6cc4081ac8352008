import { CommandEnd } from "../command-end.js";
import type { Surroundings } from "../surroundings.js";
import { PulumiRefused, runPulumi } from "../target/run-pulumi.js";

/** Where a stack is going to be, by its own setting or that of whoever asks. */
export async function findRegion(
  stack: string | undefined,
  surroundings: Surroundings,
): Promise<string | undefined> {
  const { AWS_REGION, AWS_DEFAULT_REGION } = surroundings.env;
  const otherwise = AWS_REGION ?? AWS_DEFAULT_REGION;
  if (stack === undefined) return otherwise;
  try {
    return (
      await runPulumi(["config", "get", "aws:region", "--stack", stack], surroundings)
    ).trim();
  } catch (error) {
    // What it lacks is said by the stages.
    if (error instanceof PulumiRefused || error instanceof CommandEnd) return otherwise;
    throw error;
  }
}

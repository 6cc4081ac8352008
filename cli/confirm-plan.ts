import { CommandEnd } from "./command-end.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Shows what would be written, and returns once somebody has said yes to it.
 *
 * @param isConfirmed whether `--yes` was given
 * @throws CommandEnd when nobody says yes
 */
export async function confirmPlan(
  { err, ask }: Surroundings,
  plan: readonly string[],
  isConfirmed: boolean | undefined,
): Promise<void> {
  err(`${plan.join("\n")}\n`);
  if (isConfirmed) return;
  if (ask === undefined) {
    const sentence =
      "Nothing was written: there is no terminal to ask on. Add --yes to have it done.";
    throw new CommandEnd("misuse", sentence);
  }
  const answer = await ask("Do this? [y/N] ");
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandEnd("no", "Nothing was written.");
}

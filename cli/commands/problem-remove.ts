import { Command } from "commander";
import { confirmPlan } from "../confirm-plan.js";
import { toKey } from "../key-option.js";
import { ProblemTable } from "../publishing/problem-table.js";
import type { Surroundings } from "../surroundings.js";
import { openTarget } from "../target/open-target.js";
import { type ChangeOptions, withChange } from "../target-options.js";

export function problemRemove(surroundings: Surroundings): Command {
  return withChange(new Command("remove"))
    .description("remove a problem; its submissions stay")
    .argument("<problemId>", "its id", toKey)
    .addHelpText(
      "after",
      `
Examples:
  $ grader problem remove two-sum --endpoint http://127.0.0.1:8787
  $ grader problem pull two-sum backup --stack production && \\
      grader problem remove two-sum --stack production`,
    )
    .action(async (problemId: string, options: ChangeOptions) => {
      using target = await openTarget(options, surroundings);
      const table = new ProblemTable(target);
      const item = await table.require(problemId);
      const plan = [
        `To be removed from ${target.name}:`,
        `  - ${problemId} (${item.title ?? "without a title"})`,
        "Its submissions stay, and cannot be graded again. No copy is kept: problem pull makes one.",
      ];
      await confirmPlan(surroundings, plan, options.yes);
      await table.remove(item);
      const result = { problemId, isRemoved: true };
      surroundings.out(options.json ? `${JSON.stringify(result)}\n` : `${problemId} is removed.\n`);
    });
}

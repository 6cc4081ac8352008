import { Command } from "commander";
import { type Erasure, eraseUser } from "../../api/usecases/erase-user.js";
import { CommandEnd } from "../command-end.js";
import { confirmPlan } from "../confirm-plan.js";
import { count, countOf } from "../count.js";
import { jsonResult } from "../json-result.js";
import { toKey } from "../key-option.js";
import { Progress } from "../progress.js";
import type { Surroundings } from "../surroundings.js";
import { openTarget } from "../target/open-target.js";
import { operatorDeps } from "../target/operator-deps.js";
import { type ChangeOptions, withChange } from "../target-options.js";
import { describeSubmissions, personalSubmissions } from "../user/personal-submissions.js";
import { nothingStored, remainingData, remainingDataText } from "../user/remaining-data.js";

export function userErase(surroundings: Surroundings): Command {
  return withChange(new Command("erase").argument("<sub>", "the sub of their tokens", toKey))
    .description("erase all submissions of a person, and say what is left elsewhere")
    .addHelpText(
      "after",
      `
There is no way back but a point-in-time backup; 'grader user export' keeps a copy. Remove the account first: while
its tokens are valid, its owner can submit again. It can be stopped and started again at any moment.

Examples:
  $ grader user erase 3f0c7a2e-0b6f-4c1d-9a52-1f6f3f1b9c10 --stack production
  $ grader user erase student-1 --endpoint http://127.0.0.1:8787 --yes --json`,
    )
    .action(async (sub: string, options: ChangeOptions) => {
      using target = await openTarget(options, surroundings);
      using progress = new Progress(surroundings);
      const deps = operatorDeps(target, surroundings, progress);
      const found = await personalSubmissions(deps, sub, progress);
      progress.clear();
      if (found.submissionCount > 0) {
        const plan = `Erase of ${target.name} for good: ${describeSubmissions(sub, found)}.`;
        await confirmPlan(surroundings, [plan], options.yes);
      }
      const { signal } = surroundings;
      const onProgress = (erased: number) => {
        progress.show(`${count(erased)} of ${countOf(found.submissionCount, "submission")} erased`);
      };
      const erasure = await eraseUser(deps, { userId: sub, signal, onProgress }).catch((error) => {
        progress.clear();
        // How many is not known: calls that were under way may have erased some.
        surroundings.err("Not all of it is erased: start again to erase the rest.\n");
        throw error;
      });
      progress.clear();
      const remaining = remainingData(target, sub);
      const report = { userId: sub, ...erasure, remaining };
      if (options.json) surroundings.out(jsonResult(report));
      else surroundings.err(`${outcome(sub, erasure)}\n${remainingDataText(target, sub)}`);
      if (erasure.stillListedCount > 0) throw new CommandEnd("failed", LAGGING);
    });
}

const LAGGING =
  "The index still lists some that are gone, or that are somebody else's by now. Run this again in a while.";

function outcome(sub: string, { submissionCount, slotCount }: Erasure): string {
  if (submissionCount + slotCount === 0) return nothingStored(sub);
  return `Erased: ${countOf(submissionCount, "submission")}, ${countOf(slotCount, "slot")}. Read again: nothing of ${sub} is left in the tables. What they had being graded at this moment is stored in the next two minutes: run this again then.`;
}

import { resolve } from "node:path";
import { Command } from "commander";
import { findSlips } from "../authoring/find-slips.js";
import { readProblemFolder } from "../authoring/problem-folder.js";
import { CommandEnd } from "../command-end.js";
import { confirmPlan } from "../confirm-plan.js";
import { jsonResult } from "../json-result.js";
import { type ProblemChange, planChange } from "../publishing/problem-change.js";
import { ProblemTable } from "../publishing/problem-table.js";
import type { Surroundings } from "../surroundings.js";
import { openTarget } from "../target/open-target.js";
import { type ChangeOptions, withChange } from "../target-options.js";

export function problemPush(surroundings: Surroundings): Command {
  return withChange(new Command("push"))
    .description("publish problems, showing first what would change")
    .argument("<folder...>", "folders of problems")
    .addHelpText(
      "after",
      `
Examples:
  $ grader problem push two-sum --endpoint http://127.0.0.1:8787
  $ grader problem push problems/* --stack production --yes

A problem keeps its place in the list, and is listed or not as before, unless problem.yaml says otherwise.
One that somebody else changes meanwhile is left as it is.`,
    )
    .action(async (folders: readonly string[], options: ChangeOptions) => {
      using target = await openTarget(options, surroundings);
      const table = new ProblemTable(target);
      const changes: ProblemChange[] = [];
      for (const folder of folders) {
        const problem = await readProblemFolder(resolve(surroundings.folder, folder));
        changes.push(await planChange(problem, await table.get(problem.problemId), new Date()));
      }
      refuseUnusable(changes);
      refuseTwins(changes);
      const changed = changes.filter(({ differences }) => differences.length > 0);
      if (changed.length > 0) {
        const plan = await Promise.all(changed.map(describe));
        await confirmPlan(
          surroundings,
          [`To be written to ${target.name}:`, ...plan.flat()],
          options.yes,
        );
      }
      for (const { before, after, problemId, problem } of changed) {
        surroundings.signal.throwIfAborted();
        await table.put(before, after);
        if (!options.json) {
          surroundings.out(`${problemId} is there. testSetHash ${problem.testSetHash}\n`);
        }
      }
      const same = changes.filter((change) => !changed.includes(change));
      surroundings.out(options.json ? resultOf(changes) : same.map(unchangedLine).join(""));
    });
}

function refuseUnusable(changes: readonly ProblemChange[]): void {
  const faults = changes.flatMap(({ problemId, problem: { fault } }) =>
    fault === null ? [] : [`${problemId}: ${fault}`],
  );
  if (faults.length === 0) return;
  throw new CommandEnd("no", `Nothing was written:\n${faults.join("\n")}`);
}

/** The second would find that "somebody else" has changed the first. */
function refuseTwins(changes: readonly ProblemChange[]): void {
  const ids = changes.map(({ problemId }) => problemId);
  const twin = ids.find((problemId, index) => ids.indexOf(problemId) !== index);
  if (twin === undefined) return;
  throw new CommandEnd("no", `Nothing was written: two of these folders are ${twin}; name one.`);
}

async function describe({ problemId, differences, after, problem }: ProblemChange) {
  const slips = await findSlips(after, problem);
  return [problemId, ...differences, ...slips.map((slip) => `? ${slip}`)].map((line, index) =>
    index === 0 ? line : `  ${line}`,
  );
}

const unchangedLine = ({ problemId }: ProblemChange) => `${problemId} is as it was.\n`;

function resultOf(changes: readonly ProblemChange[]): string {
  const problems = changes.map(({ problemId, problem, differences }) => ({
    problemId,
    testSetHash: problem.testSetHash,
    isChanged: differences.length > 0,
    differences,
  }));
  return jsonResult({ problems });
}

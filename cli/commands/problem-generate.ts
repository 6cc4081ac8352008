import { resolve } from "node:path";
import { Command } from "commander";
import { readProblemItem } from "../../api/adapters/problem-item.js";
import type { Problem } from "../../api/domain/problem.js";
import { namesIn } from "../authoring/names-in.js";
import { GENERATOR, type ProblemFolder, readProblemFolder } from "../authoring/problem-folder.js";
import { CommandEnd } from "../command-end.js";
import { confirmPlan } from "../confirm-plan.js";
import { countOf } from "../count.js";
import { generateCases } from "../generating/generate-cases.js";
import { startLocalJudge } from "../local-judge.js";
import { Progress } from "../progress.js";
import { caseLines } from "../publishing/case-lines.js";
import { caseDifferences } from "../publishing/describe-change.js";
import { folderPlan } from "../publishing/folder-plan.js";
import { compareFolder, OTHER_CASES, writeFolder } from "../publishing/write-folder.js";
import type { Surroundings } from "../surroundings.js";
import { type JsonOption, withJson, withYes, type YesOption } from "../target-options.js";

const CASES = "cases.json";

export function problemGenerate(surroundings: Surroundings): Command {
  return withJson(withYes(new Command("generate")))
    .description("write cases.json as the folder's generate.py makes it")
    .argument("<folder>", "the folder of a problem")
    .addHelpText(
      "after",
      `
Examples:
  $ grader problem generate two-sum
  $ grader problem generate two-sum --yes && grader problem check two-sum

generate.py defines generate(), which returns or yields a dict for each case, with the names of cases.json.
It runs in the executor's jail. The first accepted solution answers the cases without an expected_output.`,
    )
    .action(async (folder: string, options: JsonOption & YesOption) => {
      const path = resolve(surroundings.folder, folder);
      const { problem, generator } = await readGenerator(folder, path);
      const made = await make(problem, generator, surroundings);
      const caseCount = made.cases.length;
      const files = new Map([[CASES, caseLines(made.cases)]]);
      const { added, changed } = await compareFolder(path, files);
      const isChanged = added.length + changed.length > 0;
      if (isChanged) {
        const plan = [
          ...folderPlan(
            folder,
            added.map((name) => `${name}, with ${countOf(caseCount, "case")}`),
            changed,
          ),
          ...(changed.length > 0 ? await differencesFrom(path, made.problem) : []),
          ...(made.solution === undefined
            ? []
            : [`  expected outputs that generate.py leaves out are those of ${made.solution}`]),
        ];
        await confirmPlan(surroundings, plan, options.yes);
        await writeFolder(path, files);
      }
      const { solution } = made;
      surroundings.out(
        options.json
          ? `${JSON.stringify({ folder, caseCount, isChanged, solution })}\n`
          : `${folder}: ${CASES} ${isChanged ? "has" : "is as it was, with"} ${countOf(caseCount, "case")}.\n`,
      );
    });
}

async function readGenerator(folder: string, path: string) {
  const other = (await namesIn(path)).find((name) => OTHER_CASES.includes(name));
  if (other !== undefined) {
    const sentence = `${folder} has ${other}, and would get ${CASES} besides: remove it first.`;
    throw new CommandEnd("no", sentence);
  }
  const problem = await readProblemFolder(path, async () => ({ stored: "[]", names: undefined }));
  const { generator } = problem;
  if (generator === undefined) {
    const sentence = `${folder} has no ${GENERATOR}. (problem generate --help says what it is)`;
    throw new CommandEnd("no", sentence);
  }
  return { problem, generator };
}

async function make(problem: ProblemFolder, generator: string, surroundings: Surroundings) {
  using progress = new Progress(surroundings);
  progress.show("starting the executor");
  await using judge = await startLocalJudge(surroundings);
  // The judge ends with this block.
  return await generateCases(problem, generator, {
    judge,
    signal: surroundings.signal,
    onRun: (what) => progress.show(`running ${what}`),
  });
}

/** What is other than in the file that is there. */
async function differencesFrom(path: string, after: Problem): Promise<string[]> {
  const { problemId, item } = await readProblemFolder(path);
  const before = await readProblemItem(problemId, item);
  return caseDifferences(before, after).map((line) => `  ${line}`);
}

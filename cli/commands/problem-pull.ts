import { resolve } from "node:path";
import { Command } from "commander";
import { namesIn } from "../authoring/names-in.js";
import { CommandEnd } from "../command-end.js";
import { confirmPlan } from "../confirm-plan.js";
import { countOf } from "../count.js";
import { toKey } from "../key-option.js";
import { folderFiles } from "../publishing/folder-files.js";
import { folderPlan } from "../publishing/folder-plan.js";
import { ProblemTable } from "../publishing/problem-table.js";
import { compareFolder, OTHER_CASES, writeFolder } from "../publishing/write-folder.js";
import type { Surroundings } from "../surroundings.js";
import { openTarget } from "../target/open-target.js";
import { type ChangeOptions, withChange } from "../target-options.js";

export function problemPull(surroundings: Surroundings): Command {
  return withChange(new Command("pull"))
    .description("write a problem of a service into a folder; solutions in it stay")
    .argument("<problemId>", "its id", toKey)
    .argument("[folder]", "the folder (default: named by the problem)")
    .addHelpText(
      "after",
      `
Examples:
  $ grader problem pull two-sum --endpoint http://127.0.0.1:8787
  $ grader problem pull two-sum problems/two-sum --stack production --yes`,
    )
    .action(async (problemId: string, named: string | undefined, options: ChangeOptions) => {
      const folder = named ?? safeName(problemId);
      const path = resolve(surroundings.folder, folder);
      using target = await openTarget(options, surroundings);
      const item = await new ProblemTable(target).require(problemId);
      const other = (await namesIn(path)).find((name) => OTHER_CASES.includes(name));
      if (other !== undefined) {
        const sentence = `${folder} has ${other}, and would get cases.json besides: pull into another folder.`;
        throw new CommandEnd("no", sentence);
      }
      const files = await folderFiles(item);
      const { added, changed } = await compareFolder(path, files);
      if (changed.length > 0) {
        await confirmPlan(surroundings, folderPlan(folder, added, changed), options.yes);
      }
      await writeFolder(path, files);
      const result = { problemId, folder, added, changed };
      surroundings.out(
        options.json
          ? `${JSON.stringify(result)}\n`
          : `${problemId} is in ${folder}: ${written(added.length + changed.length)}.\n`,
      );
    });
}

const written = (fileCount: number) =>
  fileCount === 1
    ? "1 file is new or another one"
    : `${countOf(fileCount, "file")} are new or other ones`;

/** An id can hold anything, a folder's name cannot. */
function safeName(problemId: string): string {
  if (/^[\w-][\w.-]{0,99}$/.test(problemId)) return problemId;
  throw new CommandEnd("misuse", `Name a folder: ${problemId} can be the name of none.`);
}

import { resolve } from "node:path";
import { Command } from "commander";
import { namesIn } from "../authoring/names-in.js";
import { notEmpty } from "../publishing/folder-plan.js";
import { newFolder } from "../publishing/new-folder.js";
import { writeFolder } from "../publishing/write-folder.js";
import type { Surroundings } from "../surroundings.js";
import { type JsonOption, withJson } from "../target-options.js";
import { toolCommand } from "../tool-command.js";

export function problemNew(surroundings: Surroundings): Command {
  return withJson(new Command("new"))
    .description("begin a problem: a folder that passes its check")
    .argument("<folder>", "a folder that is not there yet, or is empty")
    .option("--stdio", "a program that reads stdin and writes stdout, instead of a function")
    .addHelpText(
      "after",
      `
Examples:
  $ grader problem new two-sum
  $ grader problem new two-sum --stdio && grader problem check two-sum`,
    )
    .action(async (folder: string, options: JsonOption & { readonly stdio?: true }) => {
      const path = resolve(surroundings.folder, folder);
      if ((await namesIn(path)).length > 0) {
        throw notEmpty(folder);
      }
      const files = newFolder(options.stdio === true);
      await writeFolder(path, files);
      const names = [...files.keys()];
      surroundings.out(
        options.json
          ? `${JSON.stringify({ folder, files: names })}\n`
          : `${folder} is begun:\n${names.map((name) => `  ${name}\n`).join("")}Now change it, and run: ${toolCommand(surroundings.env, "problem", "check", folder)}\n`,
      );
    });
}

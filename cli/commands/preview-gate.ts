import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import { CommandEnd } from "../command-end.js";
import { jsonResult } from "../json-result.js";
import { findLosses, type Loss } from "../preview/find-losses.js";
import { parsePreview } from "../preview/preview-plan.js";
import type { Surroundings } from "../surroundings.js";
import { type JsonOption, withJson } from "../target-options.js";

interface GateOptions extends JsonOption {
  readonly allow: readonly string[];
}

export function previewGate(surroundings: Surroundings): Command {
  return withJson(new Command("preview-gate").argument("<file>", "what Pulumi has written"))
    .option(
      "--allow <name>",
      "a resource that may be lost, by its name in the program; can be given again",
      (name: string, before: readonly string[]) => [...before, name],
      [],
    )
    .description("stop a deployment that would lose data, an address or an index")
    .addHelpText(
      "after",
      `
It ends with 1 where a table, the user pool, a log or the distribution would be replaced or deleted, or an index of a
table would be built anew.

Examples:
  $ grader preview-gate preview.json
  $ grader preview-gate preview.json --allow submissions

where preview.json is what this wrote:
  $ npx pulumi preview --json --stack production > preview.json`,
    )
    .action(async (file: string, { json, allow }: GateOptions) => {
      const steps = parsePreview(await readPreview(file, surroundings), file);
      const losses = findLosses(steps).map((loss) => ({
        ...loss,
        isAllowed: allow.includes(loss.name),
      }));
      surroundings.out(json ? jsonResult({ losses }) : losses.map(lineOf).join(""));
      if (losses.length === 0) surroundings.err("Nothing is lost.\n");
      for (const name of allow) {
        if (losses.some((loss) => loss.name === name)) continue;
        surroundings.err(`--allow ${name} allows nothing: no resource of that name is lost.\n`);
      }
      if (losses.some(({ isAllowed }) => !isAllowed)) {
        throw new CommandEnd("no", "If that is what you want, name each with --allow <name>.");
      }
    });
}

const lineOf = ({ sentence, isAllowed }: Loss & { readonly isAllowed: boolean }) =>
  `${isAllowed ? "allowed" : "LOST   "}  ${sentence}\n`;

async function readPreview(file: string, { folder }: Surroundings): Promise<string> {
  try {
    return await readFile(resolve(folder, file), "utf8");
  } catch (cause) {
    throw new CommandEnd("misuse", `${file} cannot be read.`, { cause });
  }
}

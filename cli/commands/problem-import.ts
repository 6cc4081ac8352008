import { basename, resolve } from "node:path";
import { Command, Option } from "commander";
import { namesIn } from "../authoring/names-in.js";
import { countOf } from "../count.js";
import { filesOf, type ImportedProblem } from "../formats/imported-problem.js";
import { FORMATS, type Format, readProblems } from "../formats/read-problems.js";
import { readSource } from "../formats/read-source.js";
import { jsonResult } from "../json-result.js";
import { startLocalJudge } from "../local-judge.js";
import { Progress } from "../progress.js";
import { notEmpty } from "../publishing/folder-plan.js";
import { compareFolder, writeFolder } from "../publishing/write-folder.js";
import type { Surroundings } from "../surroundings.js";
import { type JsonOption, withJson } from "../target-options.js";

interface ImportOptions extends JsonOption {
  readonly format?: Format;
  readonly stdio?: true;
}

export function problemImport(surroundings: Surroundings): Command {
  return withJson(new Command("import"))
    .description("make folders of problems that come from elsewhere")
    .argument("<source>", "a folder, .zip, .tar(.gz), .xml, .csv, .json or .jsonl")
    .argument("[folder]", "where to; of several problems each gets a folder in it")
    .addOption(
      new Option("--format <name>", "what it is, if not told by its files").choices(FORMATS),
    )
    .option("--stdio", "a CSV or JSON of cases holds the texts of programs")
    .addHelpText(
      "after",
      `
Examples:
  $ grader problem import different.zip                    a Kattis, ICPC or DOMjudge package
  $ grader problem import aplusb/                          a DMOJ folder with init.yml
  $ grader problem import fps-1001.xml problems            FreeProblemSet, as HUSTOJ exports it
  $ grader problem import cases.csv sums --stdio           columns input, expected_output, …
  $ grader problem import HumanEval.jsonl problems         prompt, entry_point, canonical_solution, test

What cannot be carried over (interactive problems, validators in C++) is named, and nothing is written.`,
    )
    .action(async (source: string, named: string | undefined, options: ImportOptions) => {
      await using closing = new AsyncDisposableStack();
      using progress = new Progress(surroundings);
      const path = resolve(surroundings.folder, source);
      const problems = await readProblems(await readSource(path), path, {
        format: options.format,
        isProgram: options.stdio === true,
        signal: surroundings.signal,
        startJudge: async () => {
          progress.show("starting the executor");
          return closing.use(await startLocalJudge(surroundings));
        },
        onStep: (step) => progress.show(step),
      });
      const places = placesFor(problems, named);
      const written: string[] = [];
      for (const { folder, problem } of places) {
        const path = resolve(surroundings.folder, folder);
        if ((await namesIn(path)).length === 0) continue;
        // An earlier run may have been ended after some of them.
        const { added, changed } = await compareFolder(path, filesOf(problem));
        if (added.length + changed.length > 0) {
          throw notEmpty(folder);
        }
        written.push(folder);
      }
      for (const { folder, problem } of places) {
        surroundings.signal.throwIfAborted();
        if (written.includes(folder)) continue;
        progress.show(`writing ${folder}`);
        await writeFolder(resolve(surroundings.folder, folder), filesOf(problem));
      }
      progress.clear();
      surroundings.out(options.json ? resultOf(places) : places.map(describe).join(""));
    });
}

interface Place {
  readonly folder: string;
  readonly problem: ImportedProblem;
}

function placesFor(problems: readonly ImportedProblem[], named: string | undefined): Place[] {
  const [only, ...others] = problems;
  if (only !== undefined && others.length === 0) {
    return [{ folder: named ?? slug(only.name), problem: only }];
  }
  const taken = new Set<string>();
  return problems.map((problem) => {
    let name = slug(problem.name);
    for (let count = 2; taken.has(name); count += 1) name = `${slug(problem.name)}-${count}`;
    taken.add(name);
    return { folder: named === undefined ? name : `${named}/${name}`, problem };
  });
}

/** A folder's name of a title in any script. */
function slug(name: string): string {
  const words = basename(name.normalize("NFKC").replaceAll("/", "-")).toLowerCase();
  return (
    words
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/g, "")
      .slice(0, 80) || "problem"
  );
}

function describe({ folder, problem: { cases, notes } }: Place): string {
  return [
    `${folder}: ${countOf(cases.length, "case")}`,
    ...notes.map((note) => `  note: ${note}`),
    "",
  ].join("\n");
}

function resultOf(places: readonly Place[]): string {
  const problems = places.map(({ folder, problem: { cases, notes } }) => ({
    folder,
    caseCount: cases.length,
    notes,
  }));
  return jsonResult({ problems });
}

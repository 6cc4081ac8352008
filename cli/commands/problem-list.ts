import { Command } from "commander";
import { countOf } from "../count.js";
import { jsonResult } from "../json-result.js";
import { Progress } from "../progress.js";
import { ProblemTable } from "../publishing/problem-table.js";
import type { Surroundings } from "../surroundings.js";
import { openTarget } from "../target/open-target.js";
import { type JsonOption, type TargetOptions, withJson, withTarget } from "../target-options.js";

const ATTRIBUTES = ["problemId", "title", "difficulty", "listed", "createdAt"] as const;

type Row = Partial<Record<(typeof ATTRIBUTES)[number], unknown>>;

export function problemList(surroundings: Surroundings): Command {
  return withJson(withTarget(new Command("list")))
    .description("list the problems of a service, the unlisted ones too")
    .addHelpText(
      "after",
      `
Examples:
  $ grader problem list --endpoint http://127.0.0.1:8787
  $ grader problem list --stack production --json | jq -r '.problems[].problemId'`,
    )
    .action(async (options: TargetOptions & JsonOption) => {
      using target = await openTarget(options, surroundings);
      using progress = new Progress(surroundings);
      const rows: Row[] = [];
      for await (const some of new ProblemTable(target).list(ATTRIBUTES)) {
        surroundings.signal.throwIfAborted();
        rows.push(...some);
        progress.show(`${countOf(rows.length, "problem")} read`);
      }
      progress.clear();
      rows.sort((a, b) => String(a.problemId).localeCompare(String(b.problemId)));
      surroundings.out(options.json ? jsonResult({ problems: rows }) : table(rows));
    });
}

function table(rows: readonly Row[]): string {
  if (rows.length === 0) return "No problems.\n";
  const cells = rows.map(({ problemId, title, difficulty, listed }) => [
    String(problemId),
    String(difficulty ?? ""),
    listed === "Y" ? "listed" : "",
    String(title ?? ""),
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  return `${cells.map(line).join("\n")}\n`;
}

import { resolve } from "node:path";
import { Command } from "commander";
import { readProblemFolder } from "../authoring/problem-folder.js";
import { UnusableFolder } from "../authoring/unusable-folder.js";
import { checkProblem, type ProblemReport } from "../checking/check-problem.js";
import { describeReport } from "../checking/describe-report.js";
import { CommandEnd } from "../command-end.js";
import { jsonResult } from "../json-result.js";
import { type LocalJudge, startLocalJudge } from "../local-judge.js";
import { Progress } from "../progress.js";
import type { Surroundings } from "../surroundings.js";
import { type JsonOption, withJson } from "../target-options.js";

/** What `--json` says of a folder that cannot be read. */
interface UnreadReport {
  readonly folder: string;
  readonly faults: readonly string[];
}

type FolderReport = UnreadReport | ({ readonly folder: string } & ProblemReport);

export function problemCheck(surroundings: Surroundings): Command {
  return withJson(new Command("check"))
    .description("run a problem's solutions on this machine, as the service would")
    .argument("<folder...>", "folders of problems")
    .addHelpText(
      "after",
      `
Examples:
  $ grader problem check two-sum
  $ grader problem check problems/* --json | jq -r '.problems[] | select(.faults != []).folder'

Accepted solutions must pass every case in a third of the time limit; wrong and slow ones must fail.`,
    )
    .action(async (folders: readonly string[], { json }: JsonOption) => {
      using progress = new Progress(surroundings);
      progress.show("starting the executor");
      await using judge = await startLocalJudge(surroundings);
      const reports: FolderReport[] = [];
      for (const folder of folders) {
        const report = await checkFolder(folder, judge, surroundings, progress);
        reports.push(report);
        progress.clear();
        if (!json) surroundings.out("size" in report ? describeReport(report) : unread(report));
      }
      const bad = reports.filter(({ faults }) => faults.length > 0).length;
      if (json) {
        const result = { ok: bad === 0, problems: reports };
        surroundings.out(jsonResult(result));
      } else {
        surroundings.out(summary(reports.length, bad));
      }
      if (bad > 0) throw new CommandEnd("no");
    });
}

async function checkFolder(
  folder: string,
  judge: LocalJudge,
  surroundings: Surroundings,
  progress: Progress,
): Promise<FolderReport> {
  surroundings.signal.throwIfAborted();
  try {
    const problem = await readProblemFolder(resolve(surroundings.folder, folder));
    const report = await checkProblem(problem, judge, surroundings.signal, (step) =>
      progress.show(`${folder}: ${step}`),
    );
    return { folder, ...report };
  } catch (error) {
    if (!(error instanceof UnusableFolder)) throw error;
    return { folder, faults: [error.message] };
  }
}

const unread = ({ folder, faults }: UnreadReport) => `${folder}\n  FAULT: ${faults.join(" ")}\n`;

function summary(count: number, bad: number): string {
  if (bad > 0) return `${bad} of ${count} must be mended.\n`;
  return count === 1 ? "It is as it should be.\n" : `All ${count} are as they should be.\n`;
}

import { Command } from "commander";
import { writeCsv } from "../../api/domain/csv.js";
import { type GradebookEntry, gradebook } from "../../api/domain/gradebook.js";
import { studentTable, submissionTable } from "../../api/domain/gradebook-tables.js";
import type { SubmissionSummary } from "../../api/domain/submission.js";
import {
  type SubmissionChunksDeps,
  submissionChunks,
} from "../../api/usecases/submission-chunks.js";
import { CommandEnd } from "../command-end.js";
import { countOf } from "../count.js";
import { jsonResult } from "../json-result.js";
import { toKey } from "../key-option.js";
import { openOutputSink } from "../output-sink.js";
import { Progress } from "../progress.js";
import { toSeconds } from "../seconds-option.js";
import type { Surroundings } from "../surroundings.js";
import { openTarget } from "../target/open-target.js";
import { operatorDeps } from "../target/operator-deps.js";
import { type JsonOption, type TargetOptions, withJson, withTarget } from "../target-options.js";

interface ReportOptions extends TargetOptions, JsonOption {
  readonly user?: string;
  /** Epoch seconds. */
  readonly since?: number;
  readonly until?: number;
  readonly submissions?: true;
  readonly output?: string;
}

export function report(surroundings: Surroundings): Command {
  return withJson(withTarget(new Command("report").argument("[problem]", "the problemId", toKey)))
    .option(
      "--user <sub>",
      "a user's results, by the sub of their tokens: of all problems, or of this one",
      toKey,
    )
    .option(
      "--since <time>",
      "only submissions from then on, such as 2026-11-01T09:00+09:00",
      toSeconds,
    )
    .option("--until <time>", "only submissions before then: a deadline", toSeconds)
    .option("--submissions", "a row for every submission, not for every student")
    .option("--output <file>", "write into a file that only you can read, instead of stdout")
    .description("best and latest results for a gradebook, as CSV")
    .addHelpText(
      "after",
      `
The best submission is the one with the most points; of several the first. Texts that a spreadsheet would take for a
formula begin with an apostrophe.

Examples:
  $ grader report two-sum --stack production > two-sum.csv
  $ grader report two-sum --stack production --until 2026-11-30T23:59+09:00 --output two-sum.csv
  $ grader report --user student-1 --endpoint http://127.0.0.1:8787 --json`,
    )
    .action(async (problem: string | undefined, options: ReportOptions) => {
      if (problem === undefined && options.user === undefined) {
        throw new CommandEnd("misuse", "Name a problem, or a user with --user <sub>, or both.");
      }
      using target = await openTarget(options, surroundings);
      using progress = new Progress(surroundings);
      const deps = operatorDeps(target, surroundings, progress);
      const found = await findSubmissions(deps, surroundings.signal, progress, problem, options);
      progress.clear();
      if (found.length === 0) throw new CommandEnd("no", "There are no such submissions.");
      await using sink = await openOutputSink(surroundings, options.output);
      const rowCount = options.submissions ? found.length : gradebook(found).length;
      await sink.write(options.json ? reportJson(found, options) : reportCsv(found, options));
      await sink.finish();
      if (options.output === undefined) return;
      const rows = countOf(rowCount, options.json ? "result" : "row");
      const source = countOf(found.length, "submission");
      surroundings.err(`${rows} from ${source} written to ${options.output}.\n`);
    });
}

async function findSubmissions(
  deps: SubmissionChunksDeps,
  signal: AbortSignal,
  progress: Progress,
  problemId: string | undefined,
  { user: userId, since = 0, until = Number.POSITIVE_INFINITY }: ReportOptions,
): Promise<SubmissionSummary[]> {
  const found: SubmissionSummary[] = [];
  const list = { filters: { problemId, userId }, sortOrder: "DESC" } as const;
  for await (const submissions of submissionChunks(deps, list)) {
    signal.throwIfAborted();
    const isWanted = ({ submissionTime }: SubmissionSummary) =>
      submissionTime >= since && submissionTime < until;
    found.push(...submissions.filter(isWanted));
    progress.show(`${countOf(found.length, "submission")} read`);
    // The newest come first: what follows is older still.
    if ((submissions.at(-1)?.submissionTime ?? since) < since) break;
  }
  return found;
}

const writeTime = (seconds: number) => new Date(seconds * 1000).toISOString().replace(".000Z", "Z");

function reportCsv(found: readonly SubmissionSummary[], { submissions }: ReportOptions): string {
  const table = submissions
    ? submissionTable(found, writeTime)
    : studentTable(gradebook(found), writeTime);
  return writeCsv(table);
}

function reportJson(found: readonly SubmissionSummary[], { submissions }: ReportOptions): string {
  const entry = ({ best, latest, submissions: all }: GradebookEntry) => ({
    userId: latest.userId,
    author: latest.author,
    problemId: latest.problemId,
    submissionCount: all.length,
    best,
    latest,
  });
  const report = submissions ? { submissions: found } : { results: gradebook(found).map(entry) };
  return jsonResult(report);
}

import type { OutdatedSubmissions } from "../../api/usecases/find-outdated-submissions.js";
import { count } from "../count.js";
import { jsonResult } from "../json-result.js";
import type { RegradeTally, VerdictChange } from "./regrade-tally.js";

/** One line of what changed, for people and for `grep`. */
export function changeLine({ submissionId, author, userId, from, to }: VerdictChange): string {
  const verdict = ({ status, score }: VerdictChange["from"]) => `${status ?? "-"} ${score ?? "-"}`;
  return `${submissionId}  ${author ?? userId ?? "-"}  ${verdict(from)} -> ${verdict(to)}\n`;
}

/** What came of it, in sentences. */
export function summaryOf(tally: RegradeTally, isDryRun: boolean): string[] {
  const { changes, gradedCount, overtakenCount, kept } = tally;
  const others = gradedCount - changes.length;
  const verb = isDryRun ? "would have" : "have";
  const reasons = new Map<string, number>();
  for (const { reason } of kept) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [
    `Graded again: ${count(gradedCount)}. ${count(changes.length)} ${verb} another verdict or score, ${count(others)} the same.`,
    ...(overtakenCount > 0
      ? [`Sent anew, graded or removed meanwhile, and so left alone: ${count(overtakenCount)}.`]
      : []),
    ...[...reasons].map(
      ([reason, times]) =>
        `Not graded, so that the old verdict stays: ${count(times)} (${reason}).`,
    ),
  ];
}

/** All of it for programs. */
export function regradeJson(
  { problem, listedCount, outdated }: OutdatedSubmissions,
  tally: RegradeTally,
  isDryRun: boolean,
): string {
  const { changes, kept, gradedCount, storedCount, overtakenCount } = tally;
  const { problemId, testSetHash } = problem;
  const report = {
    problemId,
    testSetHash,
    isDryRun,
    submissionCount: listedCount,
    outdatedCount: outdated.length,
    gradedCount,
    storedCount,
    overtakenCount,
    changes,
    kept,
  };
  return jsonResult(report);
}

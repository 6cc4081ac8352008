import { readProblemItem } from "../../api/adapters/problem-item.js";
import type { Submission } from "../../api/domain/submission.js";
import { type CaseResult, summarise } from "../../api/domain/verdict.js";
import type { SubmissionStore } from "../../api/ports.js";
import { type Attempt, type CaseEnd, HISTORY } from "./history.js";
import { loadSeedProblems, type SeedProblem } from "./seed-problems.js";

/** Gives the table something to show, unless it had it before. */
export async function seedHistory(submissions: SubmissionStore, nowMs: number): Promise<void> {
  const problems = new Map(
    (await loadSeedProblems()).map((problem) => [problem.item.problemId, problem]),
  );
  const history = await Promise.all(
    HISTORY.map((attempt, index) => {
      const problem = problems.get(attempt.problemId);
      if (problem === undefined) throw new Error(`There is no problem ${attempt.problemId}`);
      return toSubmission(`history-${index + 1}`, attempt, problem, nowMs);
    }),
  );
  const stored = await Promise.all(history.map((one) => submissions.get(one.submissionId)));
  if (stored.some((one) => one !== undefined)) return;
  for (const one of history) await submissions.put(one);
}

async function toSubmission(
  submissionId: string,
  { user, minutesAgo, code, failedCases, failure }: Attempt,
  problem: SeedProblem,
  nowMs: number,
): Promise<Submission> {
  const { problemId, title, titleTranslated, testCases, testSetHash } = await readProblemItem(
    problem.item.problemId,
    { ...problem.item },
  );
  const results = testCases.map((_, index) => {
    const isFailed = failure !== undefined && failedCases.includes(index + 1);
    return toCaseResult(index + 1, isFailed ? failure : PASSED);
  });
  return {
    submissionId,
    problemId,
    problemTitle: title,
    problemTitleTranslated: titleTranslated,
    language: "python3.12",
    userId: user.sub,
    author: user.nickname,
    userCode: typeof code === "string" ? problem[code] : code.text,
    submissionTime: Math.floor(nowMs / 1000) - minutesAgo * 60,
    ...summarise(results, null),
    results,
    testSetHash,
  };
}

const PASSED: CaseEnd = { status: "ACCEPTED", executionTime: 0.003, stderr: null };

function toCaseResult(caseNumber: number, end: CaseEnd): CaseResult {
  // No two runs take the very same time and memory.
  const jitter = (caseNumber * 7) % 5;
  return {
    ...end,
    caseNumber,
    stdout: null,
    executionTime: end.executionTime + jitter / 1000,
    cpuTime: end.executionTime,
    peakMemoryKb: 14_104 + 4 * jitter,
  };
}

import { randomUUID } from "node:crypto";
import type { Submission } from "../../api/domain/submission.js";
import type { Status } from "../../api/domain/verdict.js";

/** What its author meant from the start; the first version expected one more. */
export const MENDED_PROBLEM = {
  problemId: "regraded",
  title: "Double",
  title_translated: "두 배",
  finalTestCases: JSON.stringify([
    { input: 1, expected_output: 2 },
    { input: 20, expected_output: 40 },
  ]),
};

/** Programs by the verdict that is theirs by the mended tests; each had another by the old ones. */
const PROGRAMS: readonly (readonly [string, Status, number])[] = [
  ["def solution(n):\n    return 2 * n", "ACCEPTED", 100],
  ["def solution(n):\n    return 2 * n + 1", "WRONG_ANSWER", 0],
  ["def solution(n):\n    return n + 1", "WRONG_ANSWER", 50],
  ["def solution(n):\n    return [2][n - 1]", "RUNTIME_ERROR", 50],
  ["def solution(n) return n", "RUNTIME_ERROR", 0],
];

export interface OldSubmission {
  readonly item: Submission & Readonly<Record<string, unknown>>;
  /** What it must have afterwards. */
  readonly expected: { readonly status: Status; readonly score: number };
}

/** Submissions as the old tests left them, of so many students in turn. */
export function oldSubmissions(count: number, students: number): OldSubmission[] {
  return Array.from({ length: count }, (_, index) => {
    const [userCode = "", status = "ACCEPTED", score = 0] = PROGRAMS[index % PROGRAMS.length] ?? [];
    const { problemId, title, title_translated: problemTitleTranslated } = MENDED_PROBLEM;
    const wasAccepted = status !== "ACCEPTED";
    const item = {
      submissionId: randomUUID(),
      problemId,
      problemTitle: title,
      problemTitleTranslated,
      language: "python3.12",
      userId: `student-${index % students}`,
      author: `Student ${index % students}`,
      userCode,
      submissionTime: 1_790_000_000 + index,
      status: wasAccepted ? ("ACCEPTED" as const) : ("WRONG_ANSWER" as const),
      executionTime: 0.01,
      errorMessage: wasAccepted ? null : "Failed at test case 1: WRONG_ANSWER",
      score: wasAccepted ? 100 : 0,
      passedCaseCount: wasAccepted ? 2 : 0,
      totalCaseCount: 2,
      results: [1, 2].map((caseNumber) => ({
        caseNumber,
        status: wasAccepted ? ("ACCEPTED" as const) : ("WRONG_ANSWER" as const),
        executionTime: 0.01,
        stdout: null,
        stderr: null,
      })),
      testSetHash: "of the old tests",
      is_submission: "Y",
      "an attribute of": "somebody else",
    };
    return { item, expected: { status, score } };
  });
}

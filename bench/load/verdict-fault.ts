import { isDeepStrictEqual } from "node:util";
import { PROBLEMS, type Program } from "./programs.js";

/** A graded answer's body, as far as it is looked at. */
export interface GradedBody {
  readonly submissionId: string;
  readonly status: string;
  readonly results: readonly { readonly status: string; readonly reason?: string }[];
  readonly score: number;
  readonly passedCaseCount: number;
  readonly totalCaseCount: number;
  readonly problemTitle: string;
  readonly errorMessage: string | null;
}

/** What an answer says beside what it must say, when the two differ. */
export function verdictFault(program: Program, body: GradedBody): string | undefined {
  const { expected, problemId } = program;
  const failed = expected.find(({ status }) => status !== "ACCEPTED");
  const passed = expected.filter(({ status }) => status === "ACCEPTED").length;
  const right = {
    status: failed?.status ?? "ACCEPTED",
    cases: expected.map(({ status, reason }) => [status, reason]),
    score: Math.floor((100 * passed) / expected.length + 0.5),
    passed,
    total: expected.length,
    title: PROBLEMS.find((known) => known.problemId === problemId)?.title,
    isExplained: failed !== undefined,
  };
  const said = {
    status: body.status,
    cases: body.results.map(({ status, reason }) => [status, reason]),
    score: body.score,
    passed: body.passedCaseCount,
    total: body.totalCaseCount,
    title: body.problemTitle,
    isExplained: body.errorMessage !== null,
  };
  if (isDeepStrictEqual(said, right)) return undefined;
  return `${program.name}: ${JSON.stringify(said)} instead of ${JSON.stringify(right)}`;
}

import type { JsonText } from "../../api/domain/json.js";
import type {
  ExactCustomTestsResponse,
  GradeResponse,
  WholeSubmission,
} from "../../client/create-grader-client.js";
import type { Example } from "../service/find-examples.js";
import type { PageProblem } from "../service/page-problem.js";
import { gradedCase, isFailed, ranCase, type ShownCase, type ShownStatus } from "./shown-case.js";

/** What came of a submission or of a run. */
export interface Outcome {
  readonly of: "submission" | "examples" | "own";
  readonly status: ShownStatus;
  readonly passed: number;
  readonly total: number;
  /** Of a submission only. */
  readonly score: number | undefined;
  readonly slowestMs: number;
  readonly cases: readonly ShownCase[];
  /** Why no case could be graded. */
  readonly notice: string | undefined;
  readonly areOutputsCut: boolean;
}

export function gradedOutcome(answer: GradeResponse | WholeSubmission): Outcome {
  const cases = answer.results.map(gradedCase);
  return {
    of: "submission",
    status: answer.status ?? "INTERNAL_ERROR",
    passed: answer.passedCaseCount ?? cases.filter((one) => !isFailed(one)).length,
    total: answer.totalCaseCount ?? cases.length,
    score: answer.score ?? undefined,
    slowestMs: (answer.executionTime ?? 0) * 1000,
    cases,
    notice: cases.length === 0 ? (answer.errorMessage ?? undefined) : undefined,
    areOutputsCut: answer.resultsTruncated ?? false,
  };
}

/** What a run is made on: the examples of a problem, or inputs of one's own. */
export type RunInputs =
  | { readonly of: "examples"; readonly examples: readonly Example[] }
  | { readonly of: "own"; readonly examples: readonly { input: JsonText; expected: undefined }[] };

export function ranOutcome(
  { results }: ExactCustomTestsResponse,
  { of, examples }: RunInputs,
  { judge }: PageProblem,
): Outcome {
  const cases = results.flatMap(({ runCodeOutput }, index) => {
    const values = examples[index];
    return values === undefined ? [] : [ranCase(index + 1, runCodeOutput, values, judge)];
  });
  const decisive = cases.find(isFailed) ?? cases.find(({ status }) => status === "RETURNED");
  return {
    of,
    status: decisive?.status ?? "ACCEPTED",
    passed: cases.filter((one) => !isFailed(one)).length,
    total: cases.length,
    score: undefined,
    slowestMs: Math.max(0, ...cases.map(({ executionMs }) => executionMs)),
    cases,
    notice: undefined,
    areOutputsCut: false,
  };
}

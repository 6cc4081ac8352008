import type { ExactCustomTestsResponse } from "../../client/create-grader-client.js";
import type { Example } from "../service/find-examples.js";
import type { PageProblem } from "../service/page-problem.js";
import { type Outcome, slowestOf } from "./outcome.js";
import { ranCase } from "./ran-case.js";
import { isFailed } from "./shown-case.js";

/** What a run is made on: the examples of a problem, or inputs of one's own. */
export interface RunInputs {
  readonly of: "examples" | "own";
  readonly examples: readonly Example[];
}

export function ranOutcome(
  { results }: ExactCustomTestsResponse,
  { of, examples }: RunInputs,
  problem: PageProblem,
): Outcome {
  const cases = results.flatMap(({ runCodeOutput }, index) => {
    const example = examples[index];
    return example === undefined ? [] : [ranCase(index + 1, runCodeOutput, example, problem)];
  });
  const decisive = cases.find(isFailed) ?? cases.find(({ status }) => status === "RETURNED");
  return {
    of,
    status: decisive?.status ?? "ACCEPTED",
    passed: cases.filter((one) => !isFailed(one)).length,
    total: cases.length,
    score: undefined,
    points: undefined,
    slowestMs: slowestOf(cases),
    cases,
    notice: undefined,
    areOutputsCut: false,
  };
}

import {
  type ExactCustomTestsRequest,
  type ExactGraderClient,
  GraderError,
} from "../../client/create-grader-client.js";
import type { Outcome } from "../results/outcome.js";
import type { RunInputs } from "../results/ran-outcome.js";
import type { Following } from "./following.js";
import { loadPart } from "./load-part.js";
import type { PageProblem } from "./page-problem.js";

/** What judges the examples, which the service does not. */
export const loadJudging = () =>
  Promise.all([import("../results/ran-case.js"), import("../results/ran-outcome.js")]);

/**
 * Runs code on inputs and tells of each as it ends.
 *
 * @throws GraderError as `runCustomTests` does
 */
export async function followRun(
  grader: ExactGraderClient,
  request: Omit<ExactCustomTestsRequest, "customTestCases">,
  inputs: RunInputs,
  problem: PageProblem,
  following: Following,
): Promise<Outcome> {
  // What judges the examples comes while they run.
  const judging = loadPart(loadJudging);
  // Looked at when the first case is there, or never.
  judging.catch(() => {});
  const customTestCases = inputs.examples.map(({ input }) => input);
  const events = grader.runCustomTestsLive({ ...request, customTestCases }, following);
  for await (const event of events) {
    const [{ ranCase }, { ranOutcome }] = await judging;
    switch (event.event) {
      case "started":
        following.began(event.totalCaseCount);
        break;
      case "case": {
        const number = Number(/\d+$/.exec(event.caseIdentifier)?.[0]);
        const example = inputs.examples[number - 1];
        if (example !== undefined) {
          following.caseEnded(ranCase(number, event.runCodeOutput, example, problem));
        }
        break;
      }
      case "ran":
        return ranOutcome(event, inputs, problem);
    }
  }
  throw new GraderError("The answer had no end.", { code: "UnexpectedAnswer", status: 200 });
}

import {
  type ExactGraderClient,
  type GradeRequest,
  type GradeResponse,
  GraderError,
  type WholeSubmission,
} from "../../client/create-grader-client.js";
import { gradedCase, type ShownValues } from "../results/shown-case.js";
import type { Following } from "./following.js";
import { pickUpSubmission } from "./pick-up-submission.js";

/**
 * Has code graded and tells of each case as it ends. What is lost on the way is picked up where it is stored.
 *
 * @throws GraderError as `grade` does
 */
export async function followSubmission(
  grader: ExactGraderClient,
  request: GradeRequest,
  notation: ShownValues["notation"],
  following: Following,
): Promise<GradeResponse | WholeSubmission> {
  let begun: string | undefined;
  try {
    for await (const event of grader.gradeLive(request, following)) {
      switch (event.event) {
        case "started":
          begun = event.submissionId;
          following.began(event.totalCaseCount, begun);
          break;
        case "case":
          following.caseEnded(gradedCase(event, notation));
          break;
        case "graded":
          return event;
      }
    }
  } catch (error) {
    const isLost = error instanceof GraderError && error.code === "NetworkError";
    if (!isLost || begun === undefined) throw error;
    following.connectionLost();
    return await pickUpSubmission(grader, begun, following.signal);
  }
  throw new GraderError("The answer had no end.", { code: "UnexpectedAnswer", status: 200 });
}

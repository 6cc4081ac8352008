import {
  type ExactGraderClient,
  GraderError,
  type WholeSubmission,
} from "../../client/create-grader-client.js";

const PAUSE_MS = 1000;

/** Longer than any grading may take. */
const PATIENCE_MS = 120_000;

/** What may pass: the submission is not stored yet, or whoever would know cannot be asked just now. */
const PASSING: ReadonlySet<string> = new Set([
  "SubmissionNotFound",
  "NetworkError",
  "Timeout",
  "SignInUnreachable",
  "TooManyRequests",
]);

const isPassing = ({ code, status }: GraderError) => PASSING.has(code) || status >= 500;

/**
 * Asks for a submission of one's own that is being graded until it is stored.
 *
 * @param lost thrown when it does not come
 */
export async function pickUpSubmission(
  grader: Pick<ExactGraderClient, "getSubmission">,
  submissionId: string,
  signal: AbortSignal,
  lost: GraderError,
): Promise<WholeSubmission> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const submission = await grader
      .getSubmission(submissionId, { signal })
      .catch((error: unknown) => {
        if (!(error instanceof GraderError) || !isPassing(error)) throw error;
      });
    if (submission?.userCode !== undefined) return submission;
    await pause(signal);
  }
  throw lost;
}

async function pause(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, PAUSE_MS);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  signal.throwIfAborted();
}

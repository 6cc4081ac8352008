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
 * @throws GraderError with `ResultMissing` when it does not come in time, else why nobody could be asked
 */
export async function pickUpSubmission(
  grader: Pick<ExactGraderClient, "getSubmission">,
  submissionId: string,
  signal: AbortSignal,
): Promise<WholeSubmission> {
  const until = performance.now() + PATIENCE_MS;
  const sentence = "The result of this submission has not been stored in time.";
  const missing = new GraderError(sentence, { code: "ResultMissing", status: 404 });
  let why = missing;
  while (performance.now() < until) {
    const submission = await grader
      .getSubmission(submissionId, { signal })
      .catch((error: unknown) => {
        if (!(error instanceof GraderError) || !isPassing(error)) throw error;
        why = error.code === "SubmissionNotFound" ? missing : error;
      });
    if (submission?.userCode !== undefined) return submission;
    await pause(signal);
  }
  throw why;
}

async function pause(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, PAUSE_MS);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  signal.throwIfAborted();
}

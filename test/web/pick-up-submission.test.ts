import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GraderError } from "../../client/create-grader-client.js";
import { pickUpSubmission } from "../../web/service/pick-up-submission.js";
import { english } from "../../web/words/english.js";

const fails = (code: string, status: number) => async () => {
  throw new GraderError(code, { code, status });
};

/** Why a submission that never comes is waited for no longer. */
async function endOf(getSubmission: () => Promise<never>): Promise<string> {
  const { signal } = new AbortController();
  const picked = pickUpSubmission({ getSubmission }, "one", signal).then(
    () => "",
    ({ code }: GraderError) => code,
  );
  await vi.runAllTimersAsync();
  return picked;
}

describe("a submission that is picked up where it is stored", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is missing when it does not come in time, and the page says what to do", async () => {
    expect(await endOf(fails("SubmissionNotFound", 404))).toBe("ResultMissing");
    expect(english.faults.sentences.ResultMissing).toContain("submit again");
  });

  it("is out of reach while nobody answers, and given up at once where asking is refused", async () => {
    expect(await endOf(fails("NetworkError", 0))).toBe("NetworkError");
    const refused = vi.fn(fails("SignInEnded", 0));
    expect(await endOf(refused)).toBe("SignInEnded");
    expect(refused).toHaveBeenCalledTimes(1);
  });
});

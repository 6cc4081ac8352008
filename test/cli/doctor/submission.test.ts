import { expect, it } from "vitest";
import { submission } from "../../../cli/doctor/submission.js";
import { examineService, json, kinds, refusal } from "../../support/cli/examine.js";

/** A service that stores what it is sent, but for what the test changes. */
function storing(graded: object = { status: "WRONG_ANSWER" }, stored: object = graded) {
  let userCode: unknown;
  return async (request: Request) => {
    if (request.method === "GET") return json({ userCode, userId: "doctor", ...stored });
    ({ userCode } = (await request.json()) as { userCode: unknown });
    return json(graded);
  };
}

const LOG = 'aws logs tail "/aws/lambda/$GRADER"';
const facts = { token: "t", problemId: "two-sum" };

it("holds where a submission is graded, stored and read back", async () => {
  const findings = await examineService(submission, storing(), facts);
  expect(kinds(findings)).toEqual(["holds", "holds"]);
  expect(findings[0]?.sentence).toBe("A submission of two-sum is graded: WRONG_ANSWER.");
  expect(findings[1]?.sentence).toMatch(
    /Reports and the class view list it .*: grader user erase doctor --help$/,
  );
});

it("fails where nothing is read back", async () => {
  const store = storing();
  const forgetful = (request: Request) =>
    request.method === "GET" ? refusal(404, "SubmissionNotFound") : store(request);
  const findings = await examineService(submission, forgetful, facts);
  expect(kinds(findings)).toEqual(["holds", "fails"]);
  expect(findings[1]?.command).toContain(LOG);
});

it("fails where another verdict is read back, or no code", async () => {
  const other = storing({ status: "WRONG_ANSWER" }, { status: "ACCEPTED" });
  expect(kinds(await examineService(submission, other, facts))).toEqual(["holds", "fails"]);
  const bare = storing({ status: "WRONG_ANSWER" }, { status: "WRONG_ANSWER", userCode: null });
  expect(kinds(await examineService(submission, bare, facts))).toEqual(["holds", "fails"]);
});

it.each([
  [
    "the verdict is the service's own fault",
    () => json({ status: "INTERNAL_ERROR", errorMessage: "Failed at test case 1" }),
    "INTERNAL_ERROR: Failed at test case 1",
    LOG,
  ],
  [
    "there is no such problem",
    () => refusal(404, "ProblemNotFound"),
    "no problem two-sum",
    "grader problem list --help",
  ],
  ["it is not saved", () => refusal(503, "SubmissionNotSaved"), "503 SubmissionNotSaved", LOG],
])("fails where %s", async (_, answer, sentence, command) => {
  const [finding, ...others] = await examineService(submission, answer, facts);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ kind: "fails", command: expect.stringContaining(command) });
  expect(finding?.sentence).toContain(sentence);
});

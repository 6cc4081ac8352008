import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../support/world.js";

const CODE = '"userCode":"of the last"';

describe("a name that a body has twice", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    for (const problemId of ["first", "last"]) {
      await world.putProblem({ problemId, finalTestCases: [{ input: 1, expected_output: 1 }] });
    }
  });
  afterAll(() => world.close());

  it.each([
    ["userCode", `{"userCode":"of the first","problemId":"last",${CODE}}`],
    ["problemId", `{"problemId":"first",${CODE},"problemId":"last"}`],
    ["problemId, written with escapes", `{"problemId":"first",${CODE},"\\u0070roblemId":"last"}`],
    ["submissionId", `{"submissionId":"a",${CODE},"problemId":"last","submissionId":"b"}`],
    ["executionMode", `{"executionMode":"X",${CODE},"problemId":"last","executionMode":null}`],
    ["language", `{"language":"X",${CODE},"problemId":"last","language":"python"}`],
    [
      "everything",
      `{"userCode":1,"problemId":{},"submissionId":[],"problemId":"last",${CODE},"submissionId":"c"}`,
    ],
  ])("means what it says last, as JSON.parse has it: %s", async (_, text) => {
    const { status, body } = await world.grade(text);
    expect([status, body.status]).toEqual([200, "ACCEPTED"]);
    const { submissionId = body.submissionId } = JSON.parse(text);
    const stored = await world.storedSubmission(submissionId);
    expect(stored).toMatchObject({ userCode: "of the last", problemId: "last" });
  });

  it.each([
    ["userCode", `{"problemId":"last",${CODE},"userCode":""}`, /Missing userCode/],
    ["problemId", `{"problemId":"last",${CODE},"problemId":null}`, /Missing problemId/],
    ["executionMode", `{"problemId":"last",${CODE},"executionMode":"X"}`, /executionMode: X$/],
    ["submissionId", `{"problemId":"last",${CODE},"submissionId":"/"}`, /submissionId: must be/],
  ])("is refused for what it says last: %s", async (_, text, sentence) => {
    const { status, body } = await world.grade(text);
    expect([status, body.error]).toEqual([400, expect.stringMatching(sentence)]);
  });

  it("stays in a case as its author wrote it, whatever the name means to JavaScript", async () => {
    const input = '{"__proto__":1.0,"__proto__":{"a":[ ]},"constructor":1,"constructor":null}';
    const answer = await world.grade(
      `{"executionMode":"RUN_CUSTOM_TESTS","customTestCases":[9],${CODE},"customTestCases":[${input}]}`,
    );
    expect(answer.text).toContain(`"input":${input},`);
    expect(answer.text).toContain(`"returnValue":${input},`);
  });
});

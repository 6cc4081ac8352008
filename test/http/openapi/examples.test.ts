import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ERROR_STATUS } from "../../../api/http/error-status.js";
import errors from "../../../api/http/openapi/examples/errors.json" with { type: "json" };
import grade from "../../../api/http/openapi/examples/grade.json" with { type: "json" };
import problems from "../../../api/http/openapi/examples/problems.json" with { type: "json" };
import submissions from "../../../api/http/openapi/examples/submissions.json" with { type: "json" };
import { getAs } from "../../support/http/get-as.js";
import { startWorld, type World } from "../../support/world.js";
import { type ErrorSituations, startErrorSituations } from "./error-situations.js";
import { withoutTheMoment } from "./without-the-moment.js";

describe("the examples of what is answered", () => {
  let world: World;
  let nowMs = Date.UTC(2026, 10, 22);

  beforeAll(async () => {
    // Submissions of the same second have no order that an example could show.
    const now = () => {
      nowMs += 1000;
      return nowMs;
    };
    const clock = { now, timeout: AbortSignal.timeout };
    world = await startWorld({ executor: "python", settings: { clock } });
    await world.putProblem({
      problemId: "sum-of-a-list",
      title: "Sum of a List",
      title_translated: "리스트의 합",
      finalTestCases: [
        { input: [1, 2, 3], expected_output: 6 },
        { input: [], expected_output: 0 },
      ],
    });
    await world.putProblem({
      problemId: "largest-number",
      title: "The Largest Number",
      title_translated: "가장 큰 수",
      caseVisibility: "hidden",
      groups: [
        { id: "positive", points: 40, scoring: "all" },
        { id: "negative", points: 60, scoring: "all" },
      ],
      finalTestCases: [
        { input: [3, 9, 2], expected_output: 9, group: "positive", visibility: "sample" },
        { input: [1, 2, 0], expected_output: 2, group: "positive" },
        { input: [-5, -2], expected_output: -2, group: "negative", visibility: "sample" },
        { input: [-7], expected_output: -7, group: "negative", name: "A single number" },
      ],
    });
  });
  afterAll(() => world.close());

  const student = { sub: "student-1", nickname: "Jimin" };

  // One after the other, since the list that they read is what they have submitted.
  it("are what the service answers to them, one after the other", async () => {
    for (const [summary, { request, response }] of Object.entries(grade)) {
      const { status, body } = await world.grade(request, student);
      expect([summary, status]).toEqual([summary, 200]);
      expect(withoutTheMoment(body), summary).toEqual(withoutTheMoment(response));
    }
    const read = {
      ...submissions.page,
      ...submissions.submission,
      ...problems.page,
      ...problems.problem,
    };
    for (const [summary, { path, sub, response }] of Object.entries(read)) {
      const { status, body } = await getAs(world, path, { ...student, sub });
      expect([summary, status]).toEqual([summary, 200]);
      expect(withoutTheMoment(body), summary).toEqual(withoutTheMoment(response));
    }
  });
});

describe("the examples of errors", () => {
  let situations: ErrorSituations;

  beforeAll(async () => {
    situations = await startErrorSituations();
  });
  afterAll(() => situations.close());

  const codes = Object.keys(ERROR_STATUS) as (keyof typeof ERROR_STATUS)[];

  it.each(codes)("are what the service answers: %s", async (code) => {
    const { status, body } = await situations.ask[code]();
    expect(status).toBe(ERROR_STATUS[code]);
    expect(withoutTheMoment(body)).toEqual(withoutTheMoment(errors[code]));
  });
});

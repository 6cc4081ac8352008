import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GOOD_BODY, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const CUSTOM = { executionMode: "RUN_CUSTOM_TESTS", userCode: "x", customTestCases: [1] };
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("where JavaScript has no runner", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ settings: { languages: ["python3.12"] } });
    await putEchoProblem(world);
  });
  afterAll(() => world.close());

  it.each(["javascript", "nodejs24"])(
    "%s is refused, and Python the only one there is",
    async (language) => {
      const { status, body } = await world.grade({ ...GOOD_BODY, language });
      const error = `Invalid input: language: there is no runner for "${language}"; there is: python3.12`;
      expect([status, body.error]).toEqual([400, error]);
      expect((await world.grade(GOOD_BODY)).body.status).toBe("ACCEPTED");
    },
  );
});

describe("the fields of POST /grade", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await putEchoProblem(world);
  });
  afterAll(() => world.close());

  async function expectInvalid(body: unknown, error: string | RegExp) {
    const answer = await world.grade(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      error: typeof error === "string" ? error : expect.stringMatching(error),
      code: "InvalidInput",
      requestId: expect.any(String),
    });
  }

  it.each([undefined, null, ""])("asks for userCode when it is %j", async (userCode) => {
    await expectInvalid({ ...GOOD_BODY, userCode }, "Invalid input: Missing userCode");
    await expectInvalid({ ...CUSTOM, userCode }, "Invalid input: Missing userCode");
  });

  it.each([5, true, ["x"], { code: "x" }])("refuses %j as userCode", (userCode) =>
    expectInvalid({ ...GOOD_BODY, userCode }, /^Invalid input: userCode: ./),
  );

  it("takes 64 KiB of code and not a byte more, counted as UTF-8", async () => {
    const edge = `#${"가".repeat(21845)}`;
    expect(Buffer.byteLength(edge)).toBe(64 * 1024);
    const taken = await world.grade({ ...GOOD_BODY, userCode: edge });
    expect(taken.status).toBe(200);
    await expectInvalid({ ...GOOD_BODY, userCode: `${edge}#` }, /^Invalid input: userCode: ./);
    await expectInvalid({ ...CUSTOM, userCode: `${edge}#` }, /^Invalid input: userCode: ./);
  });

  it("grades when executionMode is absent", async () => {
    const { body } = await world.grade(GOOD_BODY);
    expect(body.executionMode).toBe("GRADE_SUBMISSION_RESULTS");
  });

  it.each(["GRADE", "grade_submission", "", 7])("does not know executionMode %j", (mode) =>
    expectInvalid(
      { ...GOOD_BODY, executionMode: mode },
      `Invalid input: Unknown executionMode: ${mode}`,
    ),
  );

  it.each([undefined, null, ""])("asks for problemId to grade when it is %j", (problemId) =>
    expectInvalid(
      { ...GOOD_BODY, problemId },
      "Invalid input: Missing problemId for GRADE_SUBMISSION",
    ),
  );

  it("refuses a problemId that is no text", async () => {
    await expectInvalid({ ...GOOD_BODY, problemId: 5 }, /^Invalid input: problemId: ./);
    await expectInvalid({ ...CUSTOM, problemId: 5 }, /^Invalid input: problemId: ./);
  });

  it("refuses a problemId that no table could hold", () =>
    expectInvalid({ ...GOOD_BODY, problemId: "가".repeat(683) }, /^Invalid input: problemId: ./));

  it.each([undefined, null])("asks for customTestCases when they are %j", (customTestCases) =>
    expectInvalid(
      { ...CUSTOM, customTestCases },
      "Invalid input: Missing customTestCases for RUN_CUSTOM_TESTS",
    ),
  );

  it.each([{}, "[]", 1])("refuses %j as customTestCases", (customTestCases) =>
    expectInvalid({ ...CUSTOM, customTestCases }, /^Invalid input: customTestCases: ./),
  );

  it("takes 0 to 100 custom test cases", async () => {
    for (const count of [0, 100]) {
      const answer = await world.grade({ ...CUSTOM, customTestCases: Array(count).fill(null) });
      expect(answer.status).toBe(200);
      expect(answer.body.results).toHaveLength(count);
    }
    const tooMany = { ...CUSTOM, customTestCases: Array(101).fill(null) };
    await expectInvalid(tooMany, /^Invalid input: customTestCases: ./);
  });

  it.each(["a", "A-z_09", "x".repeat(128)])("stores under the submissionId %s", async (id) => {
    const answer = await world.grade({ ...GOOD_BODY, submissionId: id });
    expect(answer.body.submissionId).toBe(id);
    await expect(world.storedSubmission(id)).resolves.toBeDefined();
  });

  it.each(["", "x".repeat(129), "a b", "a/b", "가", "a.b", "a\n", 7])(
    "refuses the submissionId %j",
    (submissionId) =>
      expectInvalid({ ...GOOD_BODY, submissionId }, /^Invalid input: submissionId: ./),
  );

  it("makes a UUID v4 when there is no submissionId, a new one each time", async () => {
    const answers = [await world.grade(GOOD_BODY), await world.grade(GOOD_BODY)];
    const ids = answers.map(({ body }) => body.submissionId);
    expect(ids).toEqual([expect.stringMatching(UUID_V4), expect.stringMatching(UUID_V4)]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it.each([
    [undefined, "python3.12"],
    [null, "python3.12"],
    ["python", "python3.12"],
    ["python3.12", "python3.12"],
    ["javascript", "javascript"],
    ["nodejs24", "javascript"],
  ])("stores language %s as %s", async (language, name) => {
    const { body } = await world.grade({ ...GOOD_BODY, language });
    const stored = await world.storedSubmission(body.submissionId);
    expect(stored?.language).toBe(name);
  });

  it.each(["cobol", "Python", "toString", ""])(
    "refuses the language %j and lists the ones there are",
    async (language) => {
      const error = `Invalid input: language: there is no runner for ${JSON.stringify(language)}; there is: python3.12, javascript`;
      await expectInvalid({ ...GOOD_BODY, language }, error);
      await expectInvalid({ ...CUSTOM, language }, error);
    },
  );

  it("refuses a language that is no text", () =>
    expectInvalid({ ...GOOD_BODY, language: 3 }, /^Invalid input: language: ./));

  it("ignores unknown fields", async () => {
    const answer = await world.grade({ ...GOOD_BODY, userId: "other", author: "x", extra: [1] });
    expect(answer.status).toBe(200);
    const stored = await world.storedSubmission(answer.body.submissionId);
    expect(stored).toMatchObject({ userId: "student-1", author: "Student One" });
    expect(stored).not.toHaveProperty("extra");
  });

  it.each(["", "{", "nope", '{"userCode":}', '{"userCode":"x",}', "[1", '{"a":NaN}'])(
    "takes %j for malformed JSON",
    (text) => expectInvalid(text, /^Invalid input: \S+: ./),
  );

  it.each(["[]", "5", '"text"', "null"])("refuses the body %s, which is no object", (text) =>
    expectInvalid(text, /^Invalid input: \S+: ./),
  );

  it("refuses a body that is not UTF-8", async () => {
    const idToken = await world.stack.userPool.issueIdToken({ sub: "s", nickname: "n" });
    const answer = await world.request("/grade", {
      method: "POST",
      headers: { Authorization: `Bearer ${idToken}`, "Content-Type": "application/json" },
      body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    });
    expect([answer.status, answer.body.code]).toEqual([400, "InvalidInput"]);
  });

  it("refuses code that UTF-8 cannot hold rather than change it", () =>
    expectInvalid('{"userCode":"\\ud800","problemId":"echo"}', /^Invalid input: userCode: ./));
});

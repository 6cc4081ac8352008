import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAs } from "../support/http/get-as.js";
import { startLive } from "../support/http/live-answer.js";
import { startWorld, type World } from "../support/world.js";

const ECHO = [{ input: 1, expected_output: 1, visibility: "sample" }];
const CUSTOM = { executionMode: "RUN_CUSTOM_TESTS", customTestCases: [1] };

describe("the languages of a problem", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  async function put(problem: Record<string, unknown>): Promise<void> {
    const createdAt = "2030-01-01T00:00:00Z";
    await world.putProblem({
      problemId: "p",
      finalTestCases: ECHO,
      listed: "Y",
      createdAt,
      ...problem,
    });
  }
  const grade = (language: string, fields: object = {}) =>
    world.grade({ problemId: "p", userCode: "x", language, ...fields });
  const shown = async () => (await getAs(world, "/problems/p")).body;
  const listed = async () => (await getAs(world, "/problems?pageSize=1")).body.items[0];

  it("are all that there are where its author does not say", async () => {
    await put({});
    for (const language of ["python", "javascript"])
      expect((await grade(language)).body.status).toBe("ACCEPTED");
    const languages = ["python3.12", "javascript"];
    expect([(await shown()).languages, (await listed()).languages]).toEqual([languages, languages]);
  });

  it.each([
    [["nodejs24"], "javascript", "python3.12"],
    ["javascript", "javascript", "python3.12"],
    [new Set(["python"]), "python3.12", "javascript"],
  ])(
    "are those of %j: another is refused, and nothing of it stored",
    async (languages, one, other) => {
      await put({ languages });
      expect((await grade(one)).body.status).toBe("ACCEPTED");
      expect([(await shown()).languages, (await listed()).languages]).toEqual([[one], [one]]);
      const error = `Invalid input: language: this problem cannot be solved in ${other}; it can in: ${one}`;
      for (const fields of [{ submissionId: `refused-${other.slice(0, 6)}` }, CUSTOM]) {
        const { status, body } = await grade(other, fields);
        expect([status, body.code, body.error]).toEqual([400, "InvalidInput", error]);
      }
      const live = await startLive(world, { problemId: "p", userCode: "x", language: other });
      expect([
        live.response.status,
        ((await live.response.json()) as { error: string }).error,
      ]).toEqual([400, error]);
      await expect(world.storedSubmission(`refused-${other.slice(0, 6)}`)).resolves.toBeUndefined();
    },
  );

  it.each([
    [["python3.12", "cobol"], 'must be python3.12 or javascript, not "cobol".'],
    ["Python", 'must be python3.12 or javascript, not "Python".'],
    [[3], 'must be python3.12 or javascript, not "3".'],
    [{ python: true }, 'must be python3.12 or javascript, not {"python":true}.'],
    [[], "are none: it could not be solved."],
  ])("make it unusable when they are %j", async (languages, what) => {
    await put({ languages });
    const sentence = `The languages of this problem ${what}`;
    const { status, body } = await grade("python");
    expect([status, body.status, body.errorMessage]).toEqual([200, "INTERNAL_ERROR", sentence]);
    expect(await world.storedSubmission(body.submissionId)).toMatchObject({
      errorMessage: sentence,
    });
    expect(await shown()).toMatchObject({ languages: [], fault: sentence, sampleCases: [] });
    expect((await listed()).languages).toEqual([]);
  });

  it("are those of its submissions, in lists, in summaries and whole", async () => {
    await put({ problemId: "told" });
    const { body } = await grade("nodejs24", { problemId: "told" });
    const path = `/submissions/${body.submissionId}`;
    const read = [
      (await getAs(world, "/submissions?problemId=told")).body.items[0],
      (await getAs(world, path, { sub: "other", nickname: "Other" })).body,
      (await getAs(world, path)).body,
    ];
    expect(read.map(({ language }) => language)).toEqual(Array(3).fill("javascript"));
    expect(read[2]).toHaveProperty("userCode", "x");
  });

  it("each have the code to start with that is theirs", async () => {
    const starterCode = { python: "def f(): ...", nodejs24: "function f() {}", cobol: "F.", x: 1 };
    await put({ starterCode });
    expect(await shown()).toMatchObject({
      starterCode: "def f(): ...",
      starterCodes: { "python3.12": "def f(): ...", javascript: "function f() {}" },
    });
    await put({ starterCode, languages: ["javascript"] });
    expect(await shown()).toMatchObject({
      starterCode: "function f() {}",
      starterCodes: { javascript: "function f() {}" },
    });
  });

  it("take one text to start with for Python's, or that of the language there is", async () => {
    await put({ startCode: "first" });
    expect(await shown()).toMatchObject({ starterCodes: { "python3.12": "first" } });
    await put({ startCode: "first", languages: ["javascript"] });
    const codes = { starterCode: "first", starterCodes: { javascript: "first" } };
    expect(await shown()).toMatchObject(codes);
  });
});

describe("where JavaScript has no runner, a problem", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ settings: { languages: ["python3.12"] } });
    const starterCode = { python: "x", javascript: "y" };
    const listing = { listed: "Y", finalTestCases: ECHO, starterCode };
    await world.putProblem({ ...listing, problemId: "any", createdAt: "2030-01-01" });
    const languages = ["javascript"];
    await world.putProblem({ ...listing, problemId: "js", createdAt: "2030-01-02", languages });
  });
  afterAll(() => world.close());

  it("is shown with Python alone, or with nothing", async () => {
    const { items } = (await getAs(world, "/problems?pageSize=2")).body;
    expect(items.map((one: { languages: string[] }) => one.languages)).toEqual([
      [],
      ["python3.12"],
    ]);
    const starterCodes = { "python3.12": "x" };
    expect((await getAs(world, "/problems/any")).body).toMatchObject({ starterCodes });
    const none = { languages: [], starterCode: "", starterCodes: {}, fault: null };
    expect((await getAs(world, "/problems/js")).body).toMatchObject(none);
  });

  it("of JavaScript alone cannot be solved in Python either", async () => {
    const { status, body } = await world.grade({ problemId: "js", userCode: "x" });
    const error = "this problem cannot be solved in python3.12; it can in: javascript";
    expect([status, body.error]).toEqual([400, `Invalid input: language: ${error}`]);
  });
});

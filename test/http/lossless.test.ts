import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../support/world.js";

/** Texts that a JavaScript double, object or string would not give back as they were. */
const TEXTS = [
  "1.0",
  "-0",
  "-0.0",
  "1e400",
  "1E2",
  "0.1000",
  "12345678901234567890",
  "1234567890.12345678901234567890",
  "[1.0, 2 ,3.10]",
  '{"10":1,"9":2,"1":3.0}',
  '{"b":1,"a":{"2":0,"1":0}}',
  '{"a":1,"a":2}',
  '"\\ud800"',
  '"\\udc00\\ud800 \\u0041 \\/ \\u00e9"',
  '{"__proto__":{"x":1.0}}',
  '{"constructor":1.0,"toString":2.0}',
  '"a,]}\\"[{"',
  '["\\\\",1.0]',
];

const customText = (code: string, cases: string) =>
  `{"executionMode":"RUN_CUSTOM_TESTS","userCode":${JSON.stringify(code)},"customTestCases":[${cases}]}`;

describe("an input on its way through the API", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it.each(TEXTS)("comes back as its author wrote it: %s", async (text) => {
    const { status, text: answer } = await world.grade(customText("x", `1.50, ${text} ,"end"`));
    expect(status).toBe(200);
    expect(answer).toContain(`"input":1.50,`);
    expect(answer).toContain(`"input":${text},`);
    expect(answer).toContain(`"returnValue":${text},`);
  });

  it("is the last of duplicate keys' in the request, as JSON readers have it", async () => {
    const twice = `${customText("x", "1.0").slice(0, -1)},"customTestCases":[2.0]}`;
    const { body, text } = await world.grade(twice);
    expect(body.results).toHaveLength(1);
    expect(text).toContain('"input":2.0');
  });

  it("is found behind a key that was written with escapes", async () => {
    const escaped = customText("x", "1.0").replace("customTestCases", "\\u0063ustomTestCases");
    expect((await world.grade(escaped)).text).toContain('"input":1.0');
  });

  it("is found wherever its key's name stands elsewhere", async () => {
    const decoy = `{"other":{"customTestCases":[9.0]},"text":"\\"customTestCases\\":[8.0]",${customText("x", "1.0").slice(1)}`;
    const { text } = await world.grade(decoy);
    expect(text).toContain('"input":1.0');
    expect(text).not.toMatch(/[89]\.0/);
  });

  it.each([
    ["1", "1.0", "ACCEPTED"],
    ["1.0", "true", "ACCEPTED"],
    ["9007199254740993", "9007199254740992", "WRONG_ANSWER"],
    ["9007199254740993", "9007199254740993.0", "WRONG_ANSWER"],
    ["9007199254740992", "9007199254740993.0", "ACCEPTED"],
    ["1e400", '"Infinity"', "ACCEPTED"],
    ["-1e400", "1e400", "WRONG_ANSWER"],
    ['{"10":1,"9":2}', '{"9":2,"10":1}', "ACCEPTED"],
    ['{"a":1,"a":2}', '{"a":2}', "ACCEPTED"],
    ['"\\ud800"', '"\\ud801"', "WRONG_ANSWER"],
    ['"1"', "1", "WRONG_ANSWER"],
  ])("is compared by its digits: %s with %s is %s", async (input, expected, status) => {
    const finalTestCases = `[{"input":${input},"expected_output":${expected}}]`;
    await world.putProblem({ problemId: "exact", finalTestCases });
    const { body } = await world.grade({ userCode: "x", problemId: "exact" });
    expect(body.status).toBe(status);
  });
});

describe("an input on its way through the real executor", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
  });
  afterAll(() => world.close());

  async function run(code: string, cases: readonly string[]): Promise<string> {
    const answer = await world.grade(customText(code, cases.join(",")));
    expect(answer.status).toBe(200);
    for (const { runCodeOutput } of answer.body.results) {
      expect(runCodeOutput).toMatchObject({ isSuccessful: true, stderr: "" });
    }
    return answer.text;
  }

  it("reaches the function as Python's json.loads would give it", async () => {
    const seen: [string, string][] = [
      ["1.0", "1.0"],
      ["1", "1"],
      ["-0.0", "-0.0"],
      ["1e400", "inf"],
      ["12345678901234567890", "12345678901234567890"],
      ["9007199254740993", "9007199254740993"],
      ['{"10":1,"9":2.0}', "{'10': 1, '9': 2.0}"],
      ['{"a":1,"b":0,"a":2}', "{'a': 2, 'b': 0}"],
      ['"\\ud800"', "'\\\\ud800'"],
      ["[true,null,1e2]", "[True, None, 100.0]"],
    ];
    const text = await run(
      "def solution(data): return repr(data)",
      seen.map(([input]) => input),
    );
    for (const [input, repr] of seen) {
      expect(text).toContain(`"input":${input},`);
      expect(text).toContain(`"returnValue":"${repr}"`);
    }
  });

  it("comes back from the function with the same digits", async () => {
    const returned: [string, string][] = [
      ["1.0", "1.0"],
      ["12345678901234567890", "12345678901234567890"],
      ["1".repeat(5000), "1".repeat(5000)],
      ["0.1000", "0.1"],
      ["1e400", '"Infinity"'],
      ["-1e400", '"-Infinity"'],
      ["1e22", "1e+22"],
      ["9007199254740993", "9007199254740993"],
    ];
    const text = await run(
      "def solution(data): return data",
      returned.map(([input]) => input),
    );
    for (const [, value] of returned) expect(text).toContain(`"returnValue":${value},`);
  });

  it("keeps the order of keys there and back", async () => {
    const text = await run("def solution(data): return data", ['{"10":1,"9":2,"b":3,"a":4}']);
    expect(text).toMatch(/"returnValue":\{"10": ?1, ?"9": ?2, ?"b": ?3, ?"a": ?4\}/);
  });

  it("is the stored text in a graded problem as well", async () => {
    const big = "123456789012345678901234567890";
    await world.putProblem({
      problemId: "as-written",
      finalTestCases: `[{"input":{"10":1.0,"9":${big}},"expected_output":"{'10': 1.0, '9': ${big}}"},
                        {"input":1e400,"expected_output":"inf"}]`,
    });
    const userCode = "def solution(data): return repr(data)";
    const { body } = await world.grade({ userCode, problemId: "as-written" });
    expect(body).toMatchObject({ status: "ACCEPTED", passedCaseCount: 2 });
  });
});

import { describe, expect, it } from "vitest";
import type { Item } from "../../api/adapters/item.js";
import { readProblemItem } from "../../api/adapters/problem-item.js";
import { JsonNumber } from "../../api/domain/json.js";
import { MAX_TEST_CASES } from "../../api/domain/problem.js";

const CASES = '[{"input": 1.0, "expected_output": [2]}]';

function read(item: Item) {
  return readProblemItem("p", { finalTestCases: CASES, ...item });
}

describe("test cases", () => {
  it("come with the very text of their input and the exact expected output", async () => {
    const finalTestCases =
      '[ {"input": {"10": 1.0 ,"9":1e400}, "expected_output": 1.50, "note": "x"}, {"input":[ ],"expected_output":null} ,{"expected_output":3}]';
    expect((await read({ finalTestCases })).testCases).toMatchObject([
      { input: '{"10": 1.0 ,"9":1e400}', expectedOutput: new JsonNumber("1.50") },
      // An explicit null is what the case expects.
      { input: "[ ]", expectedOutput: null },
      { input: "null", expectedOutput: 3 },
    ]);
  });

  it("may stand in an object, as an array or as its JSON text", async () => {
    const wanted = [{ input: "1.0", expectedOutput: [2] }];
    const object = await read({ finalTestCases: `{"a": 1, "finalTestCases": ${CASES}}` });
    expect(object.testCases).toMatchObject(wanted);
    const wrapped = JSON.stringify({ finalTestCases: CASES });
    expect((await read({ finalTestCases: wrapped })).testCases).toMatchObject(wanted);
  });

  it("take the last of duplicate keys, as json.loads does", async () => {
    const finalTestCases = '[{"input":1,"input":2,"expected_output":3,"expected_output":4}]';
    expect((await read({ finalTestCases })).testCases).toMatchObject([
      { input: "2", expectedOutput: 4 },
    ]);
  });

  it("may expect NaN and infinities, written as Python writes them", async () => {
    const finalTestCases = '[{"input":0,"expected_output":[NaN,-Infinity,1e400]}]';
    expect((await read({ finalTestCases })).testCases[0]?.expectedOutput).toEqual([
      "NaN",
      "-Infinity",
      "Infinity",
    ]);
  });
});

describe("a problem that cannot be used says why", () => {
  it.each([
    [undefined, "No test cases found for this problem."],
    ["", "No test cases found for this problem."],
    ["[]", "No test cases found for this problem."],
    ["{}", "No test cases found for this problem."],
    ["null", "No test cases found for this problem."],
    [7, "No test cases found for this problem."],
    ["[{", "The test cases of this problem are not valid JSON."],
    ['{"finalTestCases": "[{"}', "The test cases of this problem are not valid JSON."],
    ["3", "The test cases of this problem are not a JSON array."],
    ['"[]"', "The test cases of this problem are not a JSON array."],
    ["[1]", "Test case 1 of this problem is not a JSON object."],
    [
      '[{"input":1,"expected_output":1},{"input":2,"expectedOutput":2}]',
      "Test case 2 of this problem has no expected_output.",
    ],
    ['[{"input":NaN}]', "The input of test case 1 of this problem is not valid JSON."],
    [
      `[{"input":${"[".repeat(600)}${"]".repeat(600)}}]`,
      "The test cases of this problem are nested deeper than 500 levels.",
    ],
    [
      `[{"input":${"7".repeat(100_001)},"expected_output":1}]`,
      "The input of test case 1 of this problem has an integer of more than 100,000 digits.",
    ],
  ])("%j: %s", async (finalTestCases, fault) => {
    const problem = await read({ finalTestCases });
    expect(problem.fault).toBe(fault);
    expect(problem.testCases).toEqual([]);
  });

  it("more cases than a stored submission can hold", async () => {
    const finalTestCases = JSON.stringify(Array.from({ length: MAX_TEST_CASES + 1 }, () => ({})));
    expect((await read({ finalTestCases })).fault).toContain("at most 2500");
  });
});

describe("settings", () => {
  it.each([
    [{}, 2000],
    [{ timeLimitSeconds: "1.5" }, 1500],
    [{ timeLimitSeconds: 3 }, 3000],
    [{ time_limit_seconds: " 4 " }, 4000],
    [{ timeLimitSeconds: 1, time_limit_seconds: 9 }, 1000],
    [{ timeLimitSeconds: 0 }, 100],
    [{ timeLimitSeconds: -5 }, 100],
    [{ timeLimitSeconds: 99 }, 15_000],
  ])("time limit of %j is %d ms", async (item, timeLimitMs) => {
    expect(await read(item)).toMatchObject({ timeLimitMs, warnings: [] });
  });

  it.each([[true], ["soon"], [""], ["Infinity"], [{}]])(
    "a time limit of %j is 2 s, with a warning",
    async (bad) => {
      expect(await read({ timeLimitSeconds: bad })).toMatchObject({ timeLimitMs: 2000 });
      expect((await read({ timeLimitSeconds: bad })).warnings).toHaveLength(1);
    },
  );

  it("the judge type has two spellings and a default", async () => {
    expect((await read({})).judge.type).toBe("equal");
    expect((await read({ judge_type: "float_eps" })).judge.type).toBe("float_eps");
    const both = { judgeType: "unordered_equal", judge_type: "float_eps" };
    expect((await read(both)).judge.type).toBe("unordered_equal");
    expect(await read({ judgeType: "fuzzy" })).toMatchObject({
      judge: { type: "equal" },
      warnings: ['judgeType "fuzzy" is unknown'],
    });
  });

  it.each([
    ["EQUAL", "equal"],
    ["Unordered-Equal", "unordered_equal"],
    ["unordered", "unordered_equal"],
    ["UNORDERED", "unordered_equal"],
    ["float-EPS", "float_eps"],
  ])("the judge type %j is %s, without a warning", async (judgeType, type) => {
    expect(await read({ judgeType })).toMatchObject({ judge: { type }, warnings: [] });
  });

  it.each(["equal_string", "", 7, null, ["equal"], "__proto__"])(
    "the judge type %j is equal, with a warning",
    async (judgeType) => {
      expect(await read({ judgeType })).toMatchObject({ judge: { type: "equal" } });
      expect((await read({ judgeType })).warnings).toHaveLength(judgeType === null ? 0 : 1);
    },
  );

  it("epsilon keeps its digits, and anything but a finite number >= 0 is the default", async () => {
    expect((await read({})).judge.epsilon).toBe("0.000001");
    expect((await read({ epsilon: "0.00000000000000000000001" })).judge.epsilon).toBe(
      "0.00000000000000000000001",
    );
    expect((await read({ epsilon: 0 })).judge.epsilon).toBe("0");
    for (const epsilon of [-1, "NaN", "1e999", "x", true, [1]]) {
      const problem = await read({ epsilon });
      expect(problem.judge.epsilon).toBe("0.000001");
      expect(problem.warnings).toHaveLength(1);
    }
  });
});

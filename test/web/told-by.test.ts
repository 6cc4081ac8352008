import { describe, expect, it } from "vitest";
import { readProblemItem } from "../../api/adapters/problem-item.js";
import { shownValue } from "../../api/domain/shown-value.js";
import { loadSeedProblems } from "../../dev/seed/seed-problems.js";
import { readPageProblem } from "../../web/service/page-problem.js";
import { problemOf } from "./support/problem-of.js";

const problems = await loadSeedProblems();

const SAMPLE = { caseNumber: 1, input: '{"rows": [[1, 2], [3, null]]}', expectedOutput: "[4]" };
const PROGRAM = { caseNumber: 1, input: "3 4\n1 2\n", expectedOutput: "7\n" };

const shownOf = (
  description: string,
  sampleCases = [SAMPLE],
  io: "function" | "stdio" = "function",
) =>
  readPageProblem(problemOf({ description, sampleCases, io })).samples.en.map(
    ({ number }) => number,
  );

describe("a sample case is not shown below a statement that shows it", () => {
  it.each([
    ["blocks marked json", '```json\n{"rows": [[1, 2], [3, null]]}\n```\n```json\n[4]\n```\n'],
    ["blocks without a mark", '```\n{"rows": [[1, 2], [3, null]]}\n```\nthen\n```\n[4]\n```\n'],
    ["indented blocks", 'Input\n\n    {"rows": [[1,2],[3,null]]}\n\nOutput\n\n    [4]\n'],
    ["Python's notation", "```\n{'rows'}\n{\"rows\": [[1, 2], [3, None]]}\n```\n`[4]`\n"],
    ["one block with labels", '```\nInput: {"rows": [[1, 2], [3, null]]}\nOutput: [4]\n```\n'],
    [
      "several lines",
      '```\n{\n  "rows": [\n    [1, 2],\n    [3, null]\n  ]\n}\n```\n\n```\n[ 4 ]\n```',
    ],
    ["a list", '- in: `{"rows": [[1, 2], [3, null]]}`\n- out: `[4]`\n'],
    ["a table", '| in | out |\n|---|---|\n| `{"rows": [[1, 2], [3, null]]}` | `[4]` |\n'],
  ])("in %s", (_what, statement) => {
    expect(shownOf(statement)).toEqual([]);
  });

  it.each([
    ["nothing", ""],
    ["only its input", '```\n{"rows": [[1, 2], [3, null]]}\n```\n'],
    ["another one", '```\n{"rows": [[1, 2], [3, 4]]}\n```\n```\n[4]\n```\n'],
    ["words alone", 'Of {"rows": [[1, 2], [3, null]]} it is [4].'],
    ["code that holds its digits", '```\n{"rows": [[1, 2], [3, null]]}, 1\n```\n```\n[44]\n```\n'],
  ])("but is below one that shows %s", (_what, statement) => {
    expect(shownOf(statement)).toEqual([1]);
  });

  it("where it is a program's text", () => {
    expect(shownOf("```\n3 4\n1 2\n```\n\n```\n7\n```\n", [PROGRAM], "stdio")).toEqual([]);
    expect(shownOf("```\n3 4\n1 2\n\n7\n```\n", [PROGRAM], "stdio")).toEqual([]);
    expect(shownOf("```\n3 4\n1 2 7\n```\n", [PROGRAM], "stdio")).toEqual([1]);
  });

  it("and keeps its number where the one before is shown", () => {
    const second = { caseNumber: 5, input: "[9]", expectedOutput: "9" };
    const statement = '```\n{"rows": [[1, 2], [3, null]]}\n```\n```\n[4]\n```\n';
    expect(shownOf(statement, [SAMPLE, second])).toEqual([2]);
  });

  it.each(problems)("in either language of the problem $item.problemId", async ({ item }) => {
    const { testCases, calling, judge } = await readProblemItem(item.problemId, { ...item });
    const sampleCases = testCases.flatMap(({ visibility, input, expectedText }, index) =>
      visibility === "sample"
        ? [
            {
              caseNumber: index + 1,
              input: shownValue(input, calling.io),
              expectedOutput: shownValue(expectedText, calling.io),
            },
          ]
        : [],
    );
    const { description = "", description_translated = "" } = item;
    const problem = {
      description,
      description_translated,
      sampleCases,
      io: calling.io,
      judgeType: judge.type,
    };
    expect(readPageProblem(problemOf(problem)).samples).toEqual({ en: [], ko: [] });
  });
});

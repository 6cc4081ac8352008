import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useProblemImports } from "../../support/cli/use-problem-imports.js";

const { folders, run, imported } = useProblemImports();

describe("problem import, of cases", () => {
  it("reads a CSV of texts, with quotes and lines in them", async () => {
    await folders.write(".", {
      "sums.csv": 'name,input,output,points\r\n"a ""first""","1, 2\n",3,2\r\nb,"0, 0",0,1',
    });
    expect(await run("import", "sums.csv", "--stdio")).toMatchObject({ status: 0, err: "" });
    expect((await imported("sums")).cases).toEqual([
      { input: "1, 2\n", expected_output: "3", name: 'a "first"', points: 2 },
      { input: "0, 0", expected_output: "0", name: "b", points: 1 },
    ]);
  });

  it("reads JSON of any spelling, and keeps every digit", async () => {
    await folders.write(".", {
      "big.json": '{"tests": [{"input": 1e400, "expectedOutput": 9007199254740993}]}',
    });
    expect(await run("import", "big.json")).toMatchObject({ status: 0 });
    const text = await readFile(join(folders.root, "big/cases.json"), "utf8");
    expect(text).toContain('"input":1e400,"expected_output":9007199254740993');
  });

  it("finds the cases among other lists, and says what it leaves out", async () => {
    await folders.write(".", {
      "odd.json": '{"tags": ["easy"], "cases": [{"input": 1, "output": 2, "comment": "x"}]}',
      "odd.csv": "input,output,,hint\n1,2,,x\n",
    });
    const notes = async (source: string, to: string) =>
      JSON.parse((await run("import", source, to, "--json")).out).problems[0].notes.slice(1);
    expect(await notes("odd.json", "odd-json")).toEqual([
      "tags was left out.",
      "comment was left out.",
    ]);
    expect(await notes("odd.csv", "odd-csv")).toEqual([
      "A column without a name was left out.",
      "hint was left out.",
    ]);
  });

  it("reads a cell that is full of quotes, as JSON in a text is", async () => {
    const quotes = '""'.repeat(1_000_000);
    await folders.write(".", { "quotes.csv": `input,output\n"${quotes}",1\n` });
    expect(await run("import", "quotes.csv", "--stdio")).toMatchObject({ status: 0, err: "" });
    expect((await imported("quotes")).cases[0].input).toBe('"'.repeat(1_000_000));
  });

  it.each([
    ["short.csv", "input,output\n1\n", "short.csv: row 2, expected_output: the row ends before it"],
    ["korean.csv", Buffer.from([0xb0, 0xa1]), "korean.csv: is not UTF-8; save it as that"],
    ["bad.jsonl", "\n{'a': 1}\n", "bad.jsonl: line 2: is no JSON"],
    ["bad.csv", "input,output\n1,2\nx y,2\n", 'bad.csv: row 3, input: "x y" is no JSON'],
    ["bad.csv", "in put,output\n1,2\n", "its first row names no column input"],
    ["bad.csv", 'input,output\n"1,2\n', "row 2 has a quote that does not end its cell"],
    ["bad.json", '[{"input": 1}]', "bad.json: case 1: has no input, or no expected_output"],
    ["bad.json", "3", "bad.json: holds no list of cases"],
    ["bad.txt", "1", "is no format that is known; there are kattis, dmoj"],
  ] as const)("refuses %s: %j", async (name, text, sentence) => {
    await folders.write(".", { [name]: text });
    const { status, err } = await run("import", name, "from-bad");
    expect(err).toContain(sentence);
    expect(status).toBe(1);
  });
});

describe("problem import, of tests in Python", () => {
  const humanEval = {
    task_id: "HumanEval/0",
    prompt: 'def halves(numbers, by):\n    """ Divide each number. """\n',
    entry_point: "halves",
    canonical_solution: "    return [n / by for n in numbers]\n",
    test: "def check(candidate):\n    assert candidate([1, 2], 2) == [0.5, 1.0]\n    assert abs(candidate([3], 3)[0] - 1) < 1e-9\n",
  };

  it("makes a case of every call of HumanEval's and MBPP's tests", async () => {
    const mbpp = {
      task_id: 2,
      text: "Add two numbers.",
      code: "def add(a, b):\r\n  return a + b",
      test_setup_code: "four = 4",
      test_imports: ["import math"],
      test_list: ["assert add(1, 2) == 3", "assert set([add(2, 2)]) == {math.floor(four)}"],
    };
    const lines = [humanEval, mbpp].map((task) => JSON.stringify(task)).join("\r\n\r\n");
    await folders.write(".", { "tasks.jsonl": `\uFEFF${lines}` });
    const { status, out } = await run("import", "tasks.jsonl", "tasks");
    expect(status).toBe(0);
    expect(out).toContain("tasks/humaneval-0: 2 cases\n");
    const { settings, cases } = await imported("tasks/humaneval-0");
    expect(settings).toMatchObject({
      entryFunction: "halves",
      argumentStyle: "positional",
      judgeType: "float_eps",
    });
    expect(cases).toEqual([
      { input: [[1, 2], 2], expected_output: [0.5, 1] },
      { input: [[3], 3], expected_output: [1] },
    ]);
    expect((await imported("tasks/2")).cases).toEqual([
      { input: [1, 2], expected_output: 3 },
      { input: [2, 2], expected_output: 4 },
    ]);
    expect((await run("check", "tasks/humaneval-0", "tasks/2")).status).toBe(0);
  });

  it.each([
    [
      "fail",
      { test: "def check(candidate):\n    assert candidate([1], 1) == 2\n" },
      "AssertionError",
    ],
    [
      "name arguments",
      { test: "def check(f):\n    f(numbers=[1], by=1)\n" },
      "names its arguments",
    ],
    ["call nothing", { test: "def check(f):\n    pass\n" }, "its tests call nothing"],
    ["are not there", { entry_point: "" }, "has neither entry_point and test, nor code"],
  ])("refuses tests that %s", async (_, members, sentence) => {
    await folders.write(".", { "odd.jsonl": JSON.stringify({ ...humanEval, ...members }) });
    const { status, err } = await run("import", "odd.jsonl", "from-odd-jsonl");
    expect(err).toContain(sentence);
    expect(status).toBe(1);
  });
});

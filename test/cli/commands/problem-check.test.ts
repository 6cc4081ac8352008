import { describe, expect, it } from "vitest";
import { useProblemFolders } from "../../support/cli/problem-folders.js";
import { runCommand } from "../../support/cli/run-command.js";

const folders = useProblemFolders();

const RIGHT = "def solution(n):\n    return 2 * n\n";
const CASES = JSON.stringify([
  { input: 2, expected_output: 4 },
  { input: 3, expected_output: 6 },
]);
const GOOD = {
  "problem.yaml": "title: Double\ntimeLimitSeconds: 0.4\n",
  "cases.json": CASES,
  "solutions/accepted/right.py": RIGHT,
};

let count = 0;
/** Checks a folder that differs from a good one in these files. */
async function check(files: Readonly<Record<string, string>>) {
  count += 1;
  const folder = await folders.write(`problem-${count}`, { ...GOOD, ...files });
  return runCommand(["problem", "check", folder]);
}

describe("problem check", () => {
  it("accepts what it should, with figures of each solution", async () => {
    const { status, out } = await check({
      "solutions/wrong/square.py": "def solution(n):\n    return n * n\n",
      "solutions/slow/loop.py": "def solution(n):\n    while n == 3: pass\n    return 2 * n\n",
      "solutions/accepted/right.js": "function solution(n) { return 2 * n; }\n",
    });
    expect(status).toBe(0);
    expect(out).toMatch(/2 cases, limit 0\.4 s, 1 KB, 0\.5 RCU a grading/);
    expect(out).toMatch(/ok +accepted\/right\.js +ACCEPTED +2\/2 +at most 0\.\d{3} s/);
    expect(out).toMatch(/ok +wrong\/square\.py +WRONG_ANSWER +1\/2/);
    expect(out).toMatch(/ok +slow\/loop\.py +TIME_LIMIT_EXCEEDED +1\/2/);
    expect(out).toMatch(/No wrong or slow solution fails case 1\.\n/);
    expect(out).toMatch(/It is as it should be\.\n$/);
  });

  it.each([
    [
      "an accepted solution that is wrong, with what was expected and what came",
      { "solutions/accepted/other.py": "def solution(n): return [n]\n" },
      "accepted/other.py should be accepted: case 1 is WRONG_ANSWER: expected 4, got [2].",
    ],
    [
      "an accepted program that is wrong, with the line and the texts",
      {
        "problem.yaml": "io: stdio\n",
        "cases.json": JSON.stringify([{ input: "2", expected_output: "4\n2\n" }]),
        "solutions/accepted/right.py": "print(4)\nprint(3)\n",
      },
      "case 1 is WRONG_ANSWER at line 2: expected 4\\n2, got 4\\n3.",
    ],
    [
      "a long answer that is wrong far behind, with the place alone",
      {
        "cases.json": JSON.stringify([{ input: 2, expected_output: Array(99).fill(2) }]),
        "solutions/accepted/right.py": "def solution(n): return [n] * 98 + [3]\n",
      },
      "case 1 is WRONG_ANSWER at $[98].",
    ],
    [
      "an accepted solution that breaks, with its fault",
      { "solutions/accepted/other.py": "def solution(n): return 1 / 0\n" },
      "case 1 is RUNTIME_ERROR (ZeroDivisionError: division by zero",
    ],
    [
      "a wrong solution that passes",
      { "solutions/wrong/right.py": RIGHT },
      "wrong/right.py should fail, but passes every case",
    ],
    [
      "a wrong solution that is only slow",
      { "solutions/wrong/loop.py": "def solution(n):\n    while n == 3: pass\n    return 2 * n\n" },
      "should give a wrong answer or break, but is only slow: case 2 is TIME_LIMIT_EXCEEDED",
    ],
    [
      "a slow solution that is quick",
      { "solutions/slow/right.py": RIGHT },
      "slow/right.py should be too slow, but exceeds the limit nowhere",
    ],
    [
      "a slow solution that is wrong besides",
      { "solutions/slow/both.py": "def solution(n):\n    while n == 3: pass\n    return 0\n" },
      "slow/both.py should be right and slow: case 1 is WRONG_ANSWER",
    ],
    [
      "a limit that the accepted solution only just keeps",
      {
        "problem.yaml": "timeLimitSeconds: 0.3\n",
        "solutions/accepted/right.py":
          "import time\ndef solution(n):\n    while time.process_time() < 0.15: pass\n    return 2 * n\n",
      },
      "timeLimitSeconds 0.3 is less than 3 times what accepted/right.py takes for case",
    ],
    [
      "a checker that fails, with its fault",
      {
        "problem.yaml": "judgeType: checker\n",
        "checker.py": "def check(input, expected, actual):\n    return actual.x\n",
      },
      "could not be judged: the checker fails: EXCEPTION: AttributeError",
    ],
    [
      "what the service would refuse, in its words",
      { "problem.yaml": "caseVisibility: secret\n" },
      'The caseVisibility of this problem must be open, sample or hidden, not "secret".',
    ],
    [
      "settings that are no YAML, with their line",
      { "problem.yaml": "title: 'x\nio: stdio\n" },
      "problem.yaml: ",
    ],
    [
      "a solution in a language that nothing runs",
      { "solutions/accepted/main.cpp": "int main() {}" },
      "main.cpp: solutions are .py or .js files",
    ],
    [
      "a solution in a folder that nothing looks into",
      { "solutions/wrnog/square.py": "def solution(n): return n * n\n" },
      "wrnog: belongs into one of the folders accepted, wrong, slow",
    ],
    [
      "cases that are no JSON, with the place",
      { "cases.json": '[\n  {"input": 2, "expected_output": 4},,\n]\n' },
      "cases.json: is not JSON (Unexpected token ','",
    ],
    [
      "two kinds of cases",
      { "cases/1.in": "1", "cases/1.ans": "2" },
      "has both cases.json and cases",
    ],
  ])("refuses %s", async (_, files, sentence) => {
    const { status, out } = await check(files);
    expect(out).toContain("FAULT");
    expect(out).toContain(sentence);
    expect(out).toMatch(/1 of 1 must be mended\.\n$/);
    expect(status).toBe(1);
  });

  it("refuses a problem that nothing shows to be solvable", async () => {
    const folder = await folders.write("unsolved", { "problem.yaml": "", "cases.json": CASES });
    const { status, out } = await runCommand(["problem", "check", folder]);
    expect(status).toBe(1);
    expect(out).toContain("No accepted solution shows that it can be solved");
  });

  it("refuses an item that is too large for its table", async () => {
    const text = Array.from({ length: 70_000 }, (_, at) => `${Math.sin(at)} `).join("");
    const { status, out } = await check({ "statement.md": text });
    expect(status).toBe(1);
    expect(out).toMatch(/It takes \d+ KB; an item of the table holds 400 KB/);
  });

  it("names duplicate cases, and names that are not read", async () => {
    const { status, out } = await check({
      "cases.json": CASES.replace("}]", '},{"input":2,"expected_output":4}]'),
      "problem.yaml": "timelimit: 1\n",
    });
    expect(status).toBe(0);
    expect(out).toContain("note: Cases 1, 3 have the same input.");
    expect(out).toContain("note: timelimit is not read. Did you mean timeLimitSeconds?");
  });

  it("reads pairs of files: samples first, then groups in their order, names as numbers", async () => {
    const program = "n = int(input())\nprint(2 * n)\n";
    const pair = (name: string, n: number) => ({
      [`cases/${name}.in`]: `${n}\n`,
      [`cases/${name}.ans`]: `${2 * n}\n`,
    });
    const folder = await folders.write("pairs", {
      "problem.yaml": "io: stdio\ngroups: [{id: small, points: 40}, {id: large, points: 60}]\n",
      "solutions/accepted/double.py": program,
      // Wrong for 11 alone, which must be the last case.
      "solutions/wrong/but-one.py": `${program}print(0 if n == 11 else '')\n`,
      ...pair("large/10", 11),
      ...pair("large/9", 10),
      ...pair("small/1", 1),
      ...pair("sample/1", 2),
    });
    const { status, out } = await runCommand(["problem", "check", folder, "--json"]);
    const { ok, problems } = JSON.parse(out);
    expect({ status, ok }).toEqual({ status: 0, ok: true });
    expect(problems[0]).toMatchObject({ folder, problemId: "pairs", caseCount: 4, faults: [] });
    expect(problems[0].solutions[1]).toMatchObject({
      name: "wrong/but-one.py",
      kind: "wrong",
      failedCases: [4],
    });
  });

  it("checks on where one folder is none, and counts", async () => {
    const good = await folders.write("good", GOOD);
    const { status, out } = await runCommand(["problem", "check", `${folders.root}/none`, good]);
    expect(status).toBe(1);
    expect(out).toContain("is not there");
    expect(out).toMatch(/good: 2 cases/);
    expect(out).toMatch(/1 of 2 must be mended\.\n$/);
  });

  it.each([[], ["--stdio"]])("passes what `problem new` makes: %j", async (...options) => {
    const name = `a new${options.join("")}`;
    const folder = { folder: folders.root };
    const made = await runCommand(["problem", "new", name, ...options], folder);
    expect(made).toMatchObject({ status: 0, err: "" });
    expect(made.out).toContain(`and run: grader problem check '${name}'\n`);
    const { status, out } = await runCommand(["problem", "check", name], folder);
    expect(out).not.toContain("FAULT");
    expect(status).toBe(0);
    const again = await runCommand(["problem", "new", name], folder);
    expect(again).toEqual({
      status: 1,
      out: "",
      err: `${name} is not empty; nothing was written.\n`,
    });
  });

  it("shows on a terminal how far it is, gives up when it is interrupted, and ends with 130", async () => {
    const folder = await folders.write("endless", {
      ...GOOD,
      "problem.yaml": "timeLimitSeconds: 15\n",
      "solutions/accepted/right.py": "def solution(n):\n    while True: pass\n",
    });
    const controller = new AbortController();
    const shown: string[] = [];
    const { status } = await runCommand(["problem", "check", folder], {
      signal: controller.signal,
      overwrite: (text) => {
        shown.push(text);
        // Counted on, though nothing is told of it meanwhile.
        if (shown.filter((one) => one.includes("0 of 2 cases")).length > 2) controller.abort();
      },
    });
    expect(status).toBe(130);
    expect(shown[0]).toBe("[0 s] starting the executor");
    expect(shown.at(-1)).toBe("");
    expect(shown.at(-2)).toMatch(
      /^\[\d+ s\] .*endless: solution 1 of 1, 0 of 2 cases: accepted\/right\.py$/,
    );
  });

  it("tells a terminal of each case that has ended, and keeps results off that line", async () => {
    const folder = await folders.write("told", {
      ...GOOD,
      "solutions/slow/loop.py": "def solution(n):\n    while n == 3: pass\n    return 2 * n\n",
    });
    const said: string[] = [];
    const { status } = await runCommand(["problem", "check", folder], {
      overwrite: (text) => said.push(`line ${text}`),
      out: (text) => said.push(text),
    });
    expect(status).toBe(0);
    expect(said.join("\n")).toMatch(/solution 2 of 2, 1 of 2 cases: slow\/loop\.py/);
    // What is shown is gone before anything is said.
    const firstResult = said.findIndex((text) => text.startsWith("told: 2 cases"));
    expect(said[firstResult - 1]).toBe("line ");
  });

  it("says what to do without a Python", async () => {
    const folder = await folders.write("good", GOOD);
    const env = { PATH: folders.root };
    const { status, err } = await runCommand(["problem", "check", folder], { env });
    expect(status).toBe(3);
    expect(err).toMatch(/No Python that starts was found\. Install Python 3\.12/);
  });
});

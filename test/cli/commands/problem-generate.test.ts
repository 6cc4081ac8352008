import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useProblemFolders } from "../../support/cli/problem-folders.js";
import { runCommand } from "../../support/cli/run-command.js";

const folders = useProblemFolders();

const GENERATOR = `import random

def generate():
    random.seed(1)
    yield {"input": 2, "expected_output": 4, "visibility": "sample", "name": "two"}
    for exponent in range(3):
        yield {"input": random.randrange(10 ** exponent, 10 ** (exponent + 1))}
`;
const FOLDER = {
  "problem.yaml": "title: Double\n",
  "generate.py": GENERATOR,
  "solutions/accepted/double.py": "def solution(n):\n    return 2 * n\n",
};

let count = 0;
async function folderWith(files: Readonly<Record<string, string>> = {}) {
  count += 1;
  const name = `made-${count}`;
  await folders.write(name, { ...FOLDER, ...files });
  return name;
}

const run = (args: readonly string[], options: Parameters<typeof runCommand>[1] = {}) =>
  runCommand(["problem", ...args], { folder: folders.root, ...options });

const casesText = (name: string) => readFile(join(folders.root, name, "cases.json"), "utf8");

describe("problem generate", () => {
  it("writes what generate() yields after a yes, answered by the accepted solution", async () => {
    const name = await folderWith();
    const { status, out, err } = await run(["generate", name], { answers: ["y"] });
    // A busy machine is told how far it is.
    expect(err.replaceAll(/^(?:running|starting) .*\n/gm, "")).toBe(
      `To be written into ${name}:\n  + cases.json, with 4 cases\n  expected outputs that generate.py leaves out are those of accepted/double.py\nDo this? [y/N] `,
    );
    expect({ status, out }).toEqual({ status: 0, out: `${name}: cases.json has 4 cases.\n` });
    const text = await casesText(name);
    expect(text.split("\n")).toHaveLength(4 + 3);
    const [first, ...others] = JSON.parse(text);
    expect(first).toEqual({ input: 2, expected_output: 4, visibility: "sample", name: "two" });
    for (const one of others)
      expect(one).toEqual({ input: one.input, expected_output: 2 * one.input });
    const checked = await run(["check", name]);
    expect(checked).toMatchObject({ status: 0, out: expect.stringContaining("4 cases") });
  });

  it("has nothing to write the second time, and shows what is other after a change", async () => {
    const name = await folderWith();
    await run(["generate", name, "--yes"]);
    const text = await casesText(name);
    const again = await run(["generate", name]);
    expect(again).toEqual({
      status: 0,
      out: `${name}: cases.json is as it was, with 4 cases.\n`,
      err: "",
    });
    await folders.write(name, { "generate.py": GENERATOR.replace("range(3)", "range(4)") });
    const declined = await run(["generate", name], { answers: ["n"] });
    expect(declined.status).toBe(1);
    expect(declined.err).toContain("~ cases.json, in place of the one that is there");
    expect(declined.err).toContain("+ finalTestCases: added 5");
    expect(await casesText(name)).toBe(text);
    const written = await run(["generate", name, "--yes", "--json"]);
    expect(JSON.parse(written.out)).toEqual({
      folder: name,
      caseCount: 5,
      isChanged: true,
      solution: "accepted/double.py",
    });
  });

  it("makes a program's texts, and numbers with all their digits", async () => {
    const program = await folderWith({
      "problem.yaml": "io: stdio\n",
      "generate.py": "def generate():\n    return [{'input': '12345678901234567890\\n'}]\n",
      "solutions/accepted/double.py": "print(2 * int(input()))\n",
    });
    expect(await run(["generate", program, "--yes"])).toMatchObject({ status: 0 });
    expect(JSON.parse(await casesText(program))).toEqual([
      { input: "12345678901234567890\n", expected_output: "24691357802469135780\n" },
    ]);
    const digits = await folderWith({
      "generate.py": "def generate():\n    return [{'input': 3 * 10 ** 30, 'points': 1.50}]\n",
    });
    expect(await run(["generate", digits, "--yes"])).toMatchObject({ status: 0 });
    expect(await casesText(digits)).toBe(
      `[\n{"input":3${"0".repeat(30)},"expected_output":6${"0".repeat(30)},"points":1.5}\n]\n`,
    );
  });

  it("takes more than one return value can hold", async () => {
    const name = await folderWith({
      "problem.yaml": "",
      "generate.py":
        "def generate():\n    for at in range(30):\n        yield {'input': [at] * 20_000}\n",
      "solutions/accepted/double.py": "def solution(numbers):\n    return sum(numbers)\n",
    });
    expect(await run(["generate", name, "--yes"])).toMatchObject({ status: 0 });
    const cases = JSON.parse(await casesText(name));
    expect(
      cases.map(({ expected_output }: { expected_output: number }) => expected_output),
    ).toEqual(Array.from({ length: 30 }, (_, at) => at * 20_000));
  });

  it("makes the answer one of several where one of several is right", async () => {
    const name = await folderWith({
      "problem.yaml": "judgeType: one_of\n",
      "generate.py": "def generate():\n    return [{'input': 2}]\n",
    });
    expect(await run(["generate", name, "--yes"])).toMatchObject({ status: 0 });
    expect(JSON.parse(await casesText(name))).toEqual([{ input: 2, expected_output: [4] }]);
  });

  it.each([
    ["no function", "cases = []\n", "NameError: it defines no function generate()"],
    [
      "an exception, with its line",
      "def generate():\n    return 1 / 0\n",
      "ZeroDivisionError: division by zero (line 2)",
    ],
    ["what is no Python", "def generate(:\n", "SyntaxError"],
    ["no cases", "def generate():\n    return []\n", "generate() makes no cases"],
    ["what is no dict", "def generate():\n    return [3]\n", "case 1 is no dict"],
    ["no input", "def generate():\n    return [{'name': 'a'}]\n", "case 1 has no input"],
    [
      "a misspelt name",
      "def generate():\n    return [{'input': 1, 'expectedOutput': 2}]\n",
      "case 1 has expectedOutput, which is not read. Did you mean expected_output?",
    ],
    [
      "other cases each time",
      "import random\ndef generate():\n    return [{'input': random.random()}]\n",
      "it makes other cases each time it runs: seed what is random, as in random.seed(1)",
    ],
    [
      "an unknown group, in the service's words",
      "def generate():\n    return [{'input': 1, 'group': 'large'}]\n",
      "large",
    ],
    [
      "a case that the accepted solution does not answer",
      "def generate():\n    return [{'input': 1, 'expected_output': 2}, {'input': None}]\n",
      "case 2 is not answered by accepted/double.py: TypeError",
    ],
    [
      "a file, which the jail has not",
      "def generate():\n    return [{'input': open('/etc/passwd').read()}]\n",
      "not available here",
    ],
    [
      "a process, which the jail has not",
      "import os\ndef generate():\n    os.fork()\n    return [{'input': 1}]\n",
      "not available here",
    ],
  ])("writes nothing of a generate.py with %s", async (_, generator, sentence) => {
    const name = await folderWith({ "generate.py": generator });
    const { status, out, err } = await run(["generate", name, "--yes"]);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(sentence);
    expect(err).toMatch(/^generate\.py: .+\n$/);
    expect(await readdir(join(folders.root, name))).not.toContain("cases.json");
  });

  it("says what is missing, or there besides", async () => {
    const bare = await folders.write("bare", { "problem.yaml": "", "cases.json": "[]" });
    expect((await run(["generate", bare])).err).toContain("bare has no generate.py.");
    const pairs = await folderWith({ "cases/1.in": "1", "cases/1.ans": "2" });
    expect((await run(["generate", pairs])).err).toContain(
      `${pairs} has cases, and would get cases.json`,
    );
    const unanswered = await folders.write("unanswered", {
      "problem.yaml": "",
      "generate.py": GENERATOR,
    });
    expect((await run(["generate", unanswered])).err).toContain(
      "no accepted solution is there to answer",
    );
    const unmade = await run(["check", unanswered]);
    expect(unmade.out).toMatch(/has no test cases yet: make them by problem generate .*unanswered/);
  });
});

describe("problem check of a folder with generate.py", () => {
  it("names the cases that generate.py would make otherwise now, however they are written", async () => {
    const name = await folderWith();
    await run(["generate", name, "--yes"]);
    const cases = JSON.parse(await casesText(name));
    await folders.write(name, { "cases.json": JSON.stringify(cases, undefined, 2) });
    expect(await run(["check", name])).toMatchObject({ status: 0 });
    await folders.write(name, {
      "generate.py": GENERATOR.replace('"two"', '"second"').replace("range(3)", "range(4)"),
    });
    const stale = await run(["check", name]);
    expect(stale.status).toBe(1);
    expect(stale.out).toContain(
      "FAULT: The cases are not what generate.py makes now (1, 5): run problem generate.",
    );
    await run(["generate", name, "--yes"]);
    expect(await run(["check", name])).toMatchObject({ status: 0 });
  });

  it("tells what is wrong with generate.py, and runs the solutions all the same", async () => {
    const name = await folderWith();
    await run(["generate", name, "--yes"]);
    await folders.write(name, { "generate.py": "def generate():\n    return 1 / 0\n" });
    const { status, out } = await run(["check", name]);
    expect(status).toBe(1);
    expect(out).toContain("FAULT: generate.py: ZeroDivisionError: division by zero (line 2).");
    expect(out).toMatch(/ok +accepted\/double\.py +ACCEPTED/);
  });
});

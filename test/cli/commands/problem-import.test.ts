import { execFileSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { useProblemImports, zipped } from "../../support/cli/use-problem-imports.js";

const { folders, run, imported } = useProblemImports();

const DOUBLE = "print(2 * int(input()))\n";
const KATTIS = {
  "problem.yaml":
    "name: {en: Double It, ko: 두 배}\nvalidator_flags: case_sensitive float_tolerance 1e-6\n",
  ".timelimit": "3\n",
  "problem_statement/problem.en.tex": "\\problemname{Double It}",
  "problem_statement/problem.ko.md": "두 배를 쓰세요.",
  "data/sample/1.in": "2\n",
  "data/sample/1.ans": "4\n",
  "data/secret/01.in": "11\n",
  "data/secret/01.ans": "22\n",
  "data/secret/deep/02.in": "-3\n",
  "data/secret/deep/02.ans": "-6\n",
  "submissions/accepted/double.py": DOUBLE,
  "submissions/accepted/Main.java": "class Main {}",
  "submissions/wrong_answer/same.py": "print(input())\n",
  "submissions/run_time_error/same.py": "raise SystemExit(3)\n",
};

describe("problem import, of a Kattis package", () => {
  it("makes a folder that passes its check, and says what was left out", async () => {
    await folders.write(".", { "double.zip": zipped(KATTIS) });
    const { status, out, err } = await run("import", "double.zip");
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toBe(
      "double: 3 cases\n  note: problem_statement/problem.en.tex is TeX, and stays so: write it as Markdown.\n  note: submissions/accepted/Main.java was left out: it is no solution in Python or JavaScript.\n",
    );
    const { settings, cases } = await imported("double");
    expect(settings).toEqual({
      title: "Double It",
      title_translated: "두 배",
      io: "stdio",
      judgeType: "tokens",
      epsilon: 1e-6,
      relativeEpsilon: 1e-6,
      timeLimitSeconds: 3,
    });
    expect(cases).toEqual([
      { input: "2\n", expected_output: "4\n", visibility: "sample" },
      { input: "11\n", expected_output: "22\n", visibility: "hidden" },
      { input: "-3\n", expected_output: "-6\n", visibility: "hidden" },
    ]);
    const check = await run("check", "double");
    expect(check.out).not.toContain("FAULT");
    expect(check.status).toBe(0);
  });

  it("reads a folder, and a .tar.gz with a folder in it, all the same", async () => {
    await folders.write("package", KATTIS);
    execFileSync("tar", ["-czf", "packed.tar.gz", "package"], { cwd: folders.root });
    for (const [source, to] of [
      ["package", "from-folder"],
      ["packed.tar.gz", "from-tar"],
    ] as const) {
      expect(await run("import", source, to)).toMatchObject({ status: 0, err: "" });
    }
    expect(await imported("from-tar")).toEqual(await imported("from-folder"));
  });

  it("carries groups over, with their points", async () => {
    await folders.write("scored", {
      "problem.yaml": "name: Scored\ntype: scoring\n",
      "data/sample/1.in": "1",
      "data/sample/1.ans": "1",
      "data/secret/small/testdata.yaml": "range: 0 30\n",
      "data/secret/small/1.in": "2",
      "data/secret/small/1.ans": "2",
      "data/secret/large/testdata.yaml": "accept_score: 70\n",
      "data/secret/large/1.in": "3",
      "data/secret/large/1.ans": "3",
    });
    const { out } = await run("import", "scored", "scored-here", "--json");
    expect(JSON.parse(out).problems[0]).toMatchObject({ folder: "scored-here", caseCount: 3 });
    const { settings, cases } = await imported("scored-here");
    expect(settings.groups).toEqual([
      { id: "large", points: 70, scoring: "all" },
      { id: "small", points: 30, scoring: "all" },
    ]);
    expect(cases.map(({ group, points }: Record<string, unknown>) => group ?? points)).toEqual([
      0,
      "large",
      "small",
    ]);
  });

  it.each([
    [
      "interactive",
      { "problem.yaml": "validation: custom interactive\n" },
      "problem.yaml: interactive",
    ],
    ["multi-pass", { "problem.yaml": "type: multi-pass\n" }, "problem.yaml: multi-pass"],
    [
      "judged in C++",
      { "output_validators/validate.cpp": "int main() {}" },
      "output_validators/validate.cpp: a validator of its own cannot be carried over",
    ],
    [
      "without an answer",
      { "data/secret/9.in": "1" },
      "data/secret/9.in: has no data/secret/9.ans",
    ],
    ["damaged", { "problem.yaml": "name: [" }, "problem.yaml: is no YAML"],
    ["odd", { "problem.yaml": "validator_flags: fuzzy 3\n" }, "the validator's flag fuzzy"],
  ])("refuses one that is %s, by the member's name", async (name, files, sentence) => {
    await folders.write(`odd-${name}`, { ...KATTIS, ...files });
    const { status, out, err } = await run("import", `odd-${name}`, `from-odd-${name}`);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(sentence);
    expect(err).toMatch(/Nothing was written\.\n$/);
    expect(await readdir(folders.root)).not.toContain(`from-odd-${name}`);
  });

  it.each([
    ["says", "", "yes", true],
    ["is silent where answers are numbers on", "", "-1 2.5e9", false],
    ["is silent on", "validator_flags: case_sensitive\n", "yes", false],
    ["says of the recent format's empty arguments", "validator_flags: []\n", "yes", true],
  ])("%s upper and lower case: %j, %j", async (_, flags, answer, isTold) => {
    const name = `letters-${flags.length}-${answer.length}`;
    await folders.write(name, {
      "problem.yaml": `name: Letters\n${flags}`,
      "data/secret/1.in": "a",
      "data/secret/1.ans": answer,
    });
    const { status, out } = await run("import", name, `from-${name}`);
    expect(status).toBe(0);
    const note = "note: Without the flag case_sensitive the package takes YES for yes;";
    expect(out.includes(note)).toBe(isTold);
  });
});

const DMOJ = {
  "init.yml": `archive: data.zip
checker: {name: floats, args: {precision: 4}}
test_cases:
- {in: a.in, out: a.out, points: 10}
- points: 90
  batched:
  - {in: b.in, out: b.out}
  - {in: c.in, out: c.out}
`,
  "data.zip": zipped({
    "a.in": "1\n",
    "a.out": "2\n",
    "b.in": "2\n",
    "b.out": "4\n",
    "c.in": "3\n",
    "c.out": "6\n",
  }),
};

describe("problem import, of a DMOJ problem", () => {
  it("carries points, batches and the checker over", async () => {
    await folders.write("dmoj", DMOJ);
    expect(await run("import", "dmoj", "from-dmoj")).toMatchObject({ status: 0, err: "" });
    const { settings, cases } = await imported("from-dmoj");
    expect(settings).toMatchObject({
      io: "stdio",
      judgeType: "tokens",
      epsilon: 1e-4,
      relativeEpsilon: 1e-4,
      groups: [{ id: "batch 1", points: 90, scoring: "all" }],
    });
    expect(cases).toEqual([
      { input: "1\n", expected_output: "2\n", points: 10 },
      { input: "2\n", expected_output: "4\n", group: "batch 1" },
      { input: "3\n", expected_output: "6\n", group: "batch 1" },
    ]);
    await folders.write("from-dmoj", { "solutions/accepted/double.py": DOUBLE });
    expect((await run("check", "from-dmoj")).status).toBe(0);
  });

  it("finds cases and batches by DMOJ's usual names where none are listed", async () => {
    await folders.write("named-dmoj", {
      "init.yml": "archive: data.zip\npoints: 5\nwall_time_factor: 2\n",
      "data.zip": zipped({
        "sum.10.out": "20\n",
        "sum.10.in": "10\n",
        "sum.9.2.in": "92\n",
        "sum.9.2.out": "184\n",
        "sum.9.1.in": "91\n",
        "sum.9.1.out": "182\n",
        "sum.2.IN": "2\n",
        "sum.2.OUT": "4\n",
        "readme.txt": "No case.\n",
      }),
    });
    const { status, out } = await run("import", "named-dmoj", "from-named-dmoj");
    expect(status).toBe(0);
    expect(out).toContain("note: init.yml: wall_time_factor was left out");
    expect(out).toContain("note: No case is an example that students see");
    const { settings, cases } = await imported("from-named-dmoj");
    expect(settings).toMatchObject({ groups: [{ id: "batch 1", points: 5, scoring: "all" }] });
    expect(cases).toEqual([
      { input: "2\n", expected_output: "4\n", points: 5 },
      { input: "91\n", expected_output: "182\n", group: "batch 1" },
      { input: "92\n", expected_output: "184\n", group: "batch 1" },
      { input: "10\n", expected_output: "20\n", points: 5 },
    ]);
  });

  it.each([
    ["test_cases: null", "init.yml: it lists no cases, and the archive has none such as 1.in"],
    ["interactive: {files: x.cpp}", "init.yml: interactive: interactive problems"],
    ["checker: bridged", "init.yml: checker: bridged cannot be carried over"],
    ["checker: {args: {precision: x}}", "init.yml: checker: its precision is no number"],
    [
      "test_cases: [{in: a.in, out: a.out, points: .inf}]",
      "its points are no number of at least 0",
    ],
    ["checker: {name: sorted}", "init.yml: checker: sorted cannot be carried over"],
    ["generator: gen.cpp", "init.yml: generator: cases that a program makes"],
    ["file_io: {input: a.txt}", "init.yml: file_io: programs that read and write files"],
    ["test_cases: {input_format: x}", "init.yml: test_cases: it must list the cases, or"],
    [
      "test_cases: [{points: 1, batched: [{in: a.in, out: a.out}], dependencies: [1]}]",
      "init.yml: test_cases[0]: a batch that needs others to pass cannot be carried over",
    ],
    ["archive: none.zip", "init.yml: archive: none.zip is not there"],
    ["test_cases: [{in: z.in, out: a.out}]", 'init.yml: test_cases[0].in: "z.in" is not there'],
  ])("refuses %s", async (line, sentence) => {
    const [member = ""] = line.split(":");
    const lines = DMOJ["init.yml"].split("\n");
    const kept = member === "test_cases" ? lines.slice(0, 2) : lines;
    const init = [...kept.filter((one) => !one.startsWith(`${member}:`)), line].join("\n");
    await folders.write("odd-dmoj", { ...DMOJ, "init.yml": init });
    const { status, err } = await run("import", "odd-dmoj", "from-odd-dmoj");
    expect(err).toContain(sentence);
    expect(status).toBe(1);
  });
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useProblemImports } from "../../support/cli/use-problem-imports.js";

const { folders, run, imported } = useProblemImports();

const PACKAGE = {
  "problem.yaml": "name: Sums\nvalidator_flags: case_sensitive\n",
  ".timelimit": "1\n",
  "data/sample/1.in": "1\n",
  "data/sample/1.ans": "1\n",
  "data/secret/a/1.in": "2\n",
  "data/secret/a/1.ans": "2\n",
  "data/secret/a/2.in": "3\n",
  "data/secret/a/2.ans": "3\n",
  "data/secret/b/1.in": "4\n",
  "data/secret/b/1.ans": "4\n",
};

let count = 0;

async function importWith(files: Readonly<Record<string, string>>) {
  count += 1;
  const name = `package-${count}`;
  await folders.write(name, { ...PACKAGE, ...files });
  return { to: `from-${name}`, ...(await run("import", name, `from-${name}`)) };
}

describe("problem import, of what a Kattis package says beside its test cases", () => {
  it.each([
    ["data/testdata.yaml", "output_validator_flags: float_tolerance 1e-4"],
    ["data/testdata.yaml", "output_validator_flags: {name: default, flags: float_tolerance 1e-4}"],
    ["data/test_group.yaml", "output_validator_args: [float_tolerance, 1e-4]"],
  ])("takes the tolerance over from %s: %s", async (path, text) => {
    const { to, err } = await importWith({ [path]: text });
    expect(err).toBe("");
    const { settings } = await imported(to);
    expect(settings).toMatchObject({ judgeType: "tokens", epsilon: 1e-4, relativeEpsilon: 1e-4 });
  });

  it.each([
    ["min", "accept_score: 30\ngrader_flags: min", { points: 30, scoring: "all" }],
    ["the sum of all", "accept_score: 30", { points: 60, scoring: "all" }],
    [
      "a sum of what is right",
      "accept_score: 30\ngrader_flags: always_accept sum",
      { points: 60, scoring: "sum" },
    ],
    [
      "a mean",
      "accept_score: 30\ngrader_flags: accept_if_any_accepted avg",
      { points: 30, scoring: "sum" },
    ],
  ])("adds a group up as its grader does: %s", async (_, text, group) => {
    const { to, err } = await importWith({
      "problem.yaml": "name: Sums\ntype: scoring\n",
      "data/secret/testdata.yaml": "accept_score: 7\nrange: 0 100",
      "data/secret/a/testdata.yaml": text,
    });
    expect(err).toBe("");
    const { settings } = await imported(to);
    expect(settings.groups).toEqual([
      { id: "a", ...group },
      { id: "b", points: 7, scoring: "all" },
    ]);
  });

  it("reads the groups of the recent format, and says which has no score", async () => {
    const { to, out } = await importWith({
      "problem.yaml": "name: Sums\ntype: scoring\n",
      "data/secret/a/test_group.yaml": "scoring: {score: 40, aggregation: sum}",
      "data/secret/b/test_group.yaml": "scoring: {aggregation: pass-fail}",
    });
    expect(out).toContain("note: data/secret/b/test_group.yaml has no score");
    const { settings } = await imported(to);
    expect(settings.groups).toEqual([
      { id: "a", points: 40, scoring: "sum" },
      { id: "b", scoring: "all" },
    ]);
  });

  it("takes a statement in Markdown before one in TeX, and says what else it leaves out", async () => {
    const { to, out } = await importWith({
      "problem.yaml": "name: Sums\nlimits: {memory: 2048}\n",
      "statement/problem.en.tex": "TeX",
      "statement/problem.en.md": "Markdown",
      "statement/problem.sv.md": "Svenska",
      "statement/tree.png": "",
    });
    expect(await readFile(join(folders.root, to, "statement.md"), "utf8")).toBe("Markdown");
    expect(
      out.split("\n").filter((line) => line.includes("note: statement") || line.includes("256")),
    ).toEqual([
      "  note: It allows 2048 MiB of memory; here there are 256.",
      "  note: statement/problem.sv.md was left out: a statement is Markdown in English or Korean.",
      "  note: statement/tree.png was left out: a statement is Markdown in English or Korean.",
    ]);
  });

  const scored = { "problem.yaml": "name: Sums\ntype: scoring\n" };
  it.each([
    [
      "groups with validator flags of their own",
      { "data/secret/b/testdata.yaml": "output_validator_flags: float_tolerance 1" },
      "data/secret/b: validator flags of its own",
    ],
    [
      "a case with arguments",
      { "data/secret/a/1.yaml": "args: [--fast]" },
      "data/secret/a/1.yaml: arguments of single cases",
    ],
    [
      "files for a case",
      { "data/secret/a/1.files/words.txt": "x" },
      "data/secret/a/1.files/words.txt: files and arguments cannot be given",
    ],
    [
      "included code",
      { "include/python3/lib.py": "" },
      "include/python3/lib.py: code that belongs",
    ],
    ["a grader", { "graders/grade.py": "" }, "graders/grade.py: a grader of its own"],
    ["minimization", { "problem.yaml": "grading: {objective: min}" }, "problem.yaml: fewer points"],
    [
      "the best of a group",
      { ...scored, "data/secret/a/testdata.yaml": "grader_flags: always_accept max" },
      "data/secret/a/testdata.yaml: how this grader adds up",
    ],
    [
      "points for what fails",
      { ...scored, "data/testdata.yaml": "reject_score: 1" },
      "data/testdata.yaml: points for cases that fail",
    ],
    [
      "groups that need others",
      { ...scored, "data/secret/b/test_group.yaml": "scoring: {require_pass: secret/a}" },
      "data/secret/b/test_group.yaml: a group that needs others",
    ],
    [
      "unbounded scores",
      { ...scored, "data/secret/b/test_group.yaml": "scoring: {score: unbounded}" },
      "data/secret/b/test_group.yaml: the score unbounded",
    ],
  ])("refuses %s", async (_, files, sentence) => {
    const { status, out, err } = await importWith(files);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(sentence);
    expect(err).toMatch(/Nothing was written\.\n$/);
  });
});

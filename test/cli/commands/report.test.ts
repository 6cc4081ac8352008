import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Submission } from "../../../api/domain/submission.js";
import { putSubmissions } from "../../support/aws/put-submissions.js";
import { runCommand } from "../../support/cli/run-command.js";
import { gradedSubmission } from "../../support/graded-submission.js";
import { startWorld, type World } from "../../support/world.js";

let world: World;
let folder: string;

beforeAll(async () => {
  world = await startWorld();
  folder = await mkdtemp(join(tmpdir(), "report-"));
  const one = (changes: Partial<Submission>) =>
    gradedSubmission({ problemId: "sum", problemTitle: "Sum", ...changes });
  await putSubmissions(world.stack.documents, world.stack.tables.submissions, [
    one({ submissionId: "a1", userId: "ann", author: "Ann", score: 40, submissionTime: 1000 }),
    one({ submissionId: "a2", userId: "ann", author: "Ann", score: 90, submissionTime: 2000 }),
    one({ submissionId: "a3", userId: "ann", author: "Ann", score: 70, submissionTime: 3000 }),
    one({ submissionId: "b1", userId: "bob", author: "=cmd()", score: 10, submissionTime: 1500 }),
    one({ submissionId: "a4", userId: "ann", problemId: "max", submissionTime: 4000 }),
  ]);
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const report = (...args: string[]) =>
  runCommand(["report", ...args, "--endpoint", world.url], { folder });

/** The cells of each row, of which none has a comma here. */
const rows = (csv: string) =>
  csv
    .replace("\uFEFF", "")
    .trimEnd()
    .split("\r\n")
    .map((row) => row.split(","));

/** Each row as an object by the names of its columns. */
function records(csv: string): Record<string, string | undefined>[] {
  const [names = [], ...others] = rows(csv);
  return others.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
}

it("has a row for each student of a problem, with the best and the latest result", async () => {
  const { status, out, err } = await report("sum");
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(records(out)).toEqual([
    expect.objectContaining({ userId: "bob", bestScore: "10", latestScore: "10" }),
    expect.objectContaining({
      author: "Ann",
      submissionCount: "3",
      bestScore: "90",
      bestSubmissionId: "a2",
      bestTime: "1970-01-01T00:33:20Z",
      latestScore: "70",
      latestSubmissionId: "a3",
    }),
  ]);
});

it("has no formula in it, whatever students call themselves", async () => {
  const { out } = await report("sum");
  expect(records(out)[0]?.author).toBe("'=cmd()");
});

it("has a row for each problem of a user", async () => {
  const { out } = await report("--user", "ann");
  expect(
    records(out)
      .map(({ problemId }) => problemId)
      .toSorted(),
  ).toEqual(["max", "sum"]);
  const { out: one } = await report("max", "--user", "ann");
  expect(records(one)).toEqual([expect.objectContaining({ problemId: "max" })]);
});

it("leaves out what is before --since or not before --until", async () => {
  const until = await report("sum", "--until", "1970-01-01T00:50:00Z");
  expect(records(until.out)[1]).toMatchObject({ latestSubmissionId: "a2", submissionCount: "2" });
  const since = await report("sum", "--since", "1970-01-01T00:50:00Z");
  expect(records(since.out)).toEqual([expect.objectContaining({ bestSubmissionId: "a3" })]);
});

it("has a row for every submission with --submissions", async () => {
  const { out } = await report("sum", "--submissions");
  expect(records(out).map(({ submissionId }) => submissionId)).toEqual(["a3", "a2", "b1", "a1"]);
});

it("is JSON for programs with --json", async () => {
  const { out } = await report("sum", "--user", "ann", "--json");
  expect(JSON.parse(out)).toEqual({
    results: [
      {
        userId: "ann",
        author: "Ann",
        problemId: "sum",
        submissionCount: 3,
        best: expect.objectContaining({ submissionId: "a2", score: 90 }),
        latest: expect.objectContaining({ submissionId: "a3" }),
      },
    ],
  });
  const { out: all } = await report("sum", "--submissions", "--json");
  expect(JSON.parse(all).submissions).toHaveLength(4);
});

it("is a file with --output that only its owner can read", async () => {
  const { out, err } = await report("sum", "--output", "sum.csv");
  expect({ out, err }).toEqual({ out: "", err: "2 rows from 4 submissions written to sum.csv.\n" });
  expect((await stat(join(folder, "sum.csv"))).mode & 0o777).toBe(0o600);
  expect(records(await readFile(join(folder, "sum.csv"), "utf8"))).toHaveLength(2);
});

it("ends with 1 where there is nothing to report", async () => {
  const { status, out, err } = await report("nowhere");
  expect({ status, out, err }).toEqual({
    status: 1,
    out: "",
    err: "There are no such submissions.\n",
  });
});

it.each([
  [[], "Name a problem, or a user with --user <sub>, or both."],
  [["sum", "--since", "last week"], "It must be a time as in 2026-11-01"],
])("ends with 2 at misuse: %j", async (args, sentence) => {
  const { status, err } = await report(...args);
  expect(status).toBe(2);
  expect(err).toContain(sentence);
});

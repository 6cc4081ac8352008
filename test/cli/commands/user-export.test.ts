import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NumberValue, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { putSubmissions } from "../../support/aws/put-submissions.js";
import { runCommand } from "../../support/cli/run-command.js";
import { gradedSubmission } from "../../support/graded-submission.js";
import { startWorld, type World } from "../../support/world.js";

let world: World;
let folder: string;
beforeAll(async () => {
  world = await startWorld();
  folder = await mkdtemp(join(tmpdir(), "export-"));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const exportOf = (sub: string, ...options: string[]) =>
  runCommand(["user", "export", sub, "--endpoint", world.url, ...options], { folder });

const mine = (userId: string, count: number) =>
  Array.from({ length: count }, () => gradedSubmission({ userId, userCode: "print('한글')" }));

async function put(...submissions: ReturnType<typeof mine>): Promise<void> {
  await putSubmissions(world.stack.documents, world.stack.tables.submissions, submissions);
}

it("writes every submission of the person whole, one a line, and nobody else's", async () => {
  const all = mine("ann", 230);
  await put(...all, ...mine("bob", 3));
  const { status, out, err } = await exportOf("ann");
  expect(status).toBe(0);
  const lines = out.trimEnd().split("\n");
  const byId = (one: { submissionId: string }, other: { submissionId: string }) =>
    one.submissionId < other.submissionId ? -1 : 1;
  expect(lines.map((line) => JSON.parse(line)).sort(byId)).toEqual(all.toSorted(byId));
  expect(err).toContain("230 submissions exported.");
  expect(err).toContain("Elsewhere, and not touched by this");
});

it("writes attributes of every kind, numbers with all of their digits", async () => {
  const { documents, tables } = world.stack;
  const Item = {
    ...gradedSubmission({ userId: "odd" }),
    bytes: new Uint8Array([1, 2, 3]),
    names: new Set(["a"]),
    nothing: null,
    yes: true,
    nested: { list: [1, { deep: "x" }] },
    // What a double would round.
    precise: NumberValue.from("12345678901234567890123456789.12345678"),
  };
  await documents.send(new PutCommand({ TableName: tables.submissions, Item }));
  const { out } = await exportOf("odd");
  expect(out).toContain('"precise":12345678901234567890123456789.12345678');
  expect(JSON.parse(out)).toMatchObject({
    bytes: "AQID",
    names: ["a"],
    nothing: null,
    yes: true,
    nested: { list: [1, { deep: "x" }] },
  });
});

it("writes one JSON document with --json", async () => {
  await put(...mine("cid", 2));
  const { out } = await exportOf("cid", "--json");
  expect(JSON.parse(out)).toHaveLength(2);
});

it("writes a file with --output that only its owner can read", async () => {
  await put(...mine("dan", 2));
  const { status, out, err } = await exportOf("dan", "--output", "dan.ndjson");
  expect({ status, out }).toEqual({ status: 0, out: "" });
  expect(err).toContain("2 submissions exported into dan.ndjson.");
  const file = join(folder, "dan.ndjson");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file, "utf8")).trimEnd().split("\n")).toHaveLength(2);
});

it.each([[], ["--json"], ["--output", "nobody.ndjson"]])(
  "ends with 1 and writes nothing for somebody of whom nothing is stored: %j",
  async (...options) => {
    const { status, out, err } = await exportOf("nobody", ...options);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain("Nothing is stored of nobody. It has to be the sub of their tokens");
    expect(await readdir(folder)).not.toContain("nobody.ndjson");
  },
);

it("leaves no half a file when it is stopped", async () => {
  await put(...mine("eve", 2));
  const signal = AbortSignal.abort();
  const args = ["user", "export", "eve", "--endpoint", world.url, "--output", "eve.ndjson"];
  expect((await runCommand(args, { folder, signal })).status).toBe(130);
  expect((await readdir(folder)).filter((name) => name.startsWith("eve"))).toEqual([]);
});

it("ends with 3 where the file cannot be written", async () => {
  const { status, err } = await exportOf("ann", "--output", "no/such/folder.ndjson");
  expect(status).toBe(3);
  expect(err).toContain("ENOENT");
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../support/cli/run-command.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "preview-"));
});
afterAll(() => rm(folder, { recursive: true }));

const TABLE = "aws:dynamodb/table:Table";
const urn = (type: string, name: string) => `urn:pulumi:prod::edge-grader::${type}::${name}`;

/** A step as Pulumi writes it, with what is of no interest here left short. */
const step = (op: string, type: string, name: string, changes: object = {}) => ({
  op,
  urn: urn(type, name),
  provider: "urn:pulumi:prod::edge-grader::pulumi:providers:aws::default_7_48_0::5ce5",
  oldState: { urn: urn(type, name), custom: true, id: name, type, inputs: {}, protect: true },
  newState: { urn: urn(type, name), custom: true, type, inputs: {}, protect: true },
  detailedDiff: null,
  ...changes,
});

async function gate(steps: readonly object[], ...args: string[]) {
  const file = join(await mkdtemp(join(folder, "run-")), "preview.json");
  const config = { "aws:region": "ap-northeast-2", "edge-grader:allowedOrigins": "*" };
  const changeSummary = { same: 90, update: 1 };
  await writeFile(file, JSON.stringify({ config, steps, duration: 9_000_000_000, changeSummary }));
  return runCommand(["preview-gate", file, ...args]);
}

const UNHARMFUL = [
  step("same", TABLE, "problems"),
  step("create", "aws:dynamodb/table:Table", "other"),
  step("update", "aws:lambda/function:Function", "code-grader", {
    detailedDiff: { sourceCodeHash: { kind: "update", inputDiff: false } },
    diffReasons: ["sourceCodeHash"],
  }),
  step("update", TABLE, "submissions", {
    detailedDiff: { "tags.owner": { kind: "add", inputDiff: false } },
    diffReasons: ["tags"],
  }),
  step("replace", "random:index/randomPassword:RandomPassword", "origin-secret-1"),
];

it("lets through what loses nothing", async () => {
  expect(await gate(UNHARMFUL)).toEqual({ status: 0, out: "", err: "Nothing is lost.\n" });
});

it("says which --allow matches nothing", async () => {
  expect(await gate(UNHARMFUL, "--allow", "nope")).toEqual({
    status: 0,
    out: "",
    err: "Nothing is lost.\n--allow nope allows nothing: no resource of that name is lost.\n",
  });
  const lost = step("delete", TABLE, "submissions");
  const { err } = await gate([lost], "--allow", "submissions", "--allow", "nope");
  expect(err).toBe("--allow nope allows nothing: no resource of that name is lost.\n");
});

describe("stops", () => {
  it("a table that is replaced, once for its three steps, and says why", async () => {
    const steps = ["create-replacement", "replace", "delete-replaced"].map((op) =>
      step(op, TABLE, "submissions", { replaceReasons: ["hashKey"], diffReasons: ["hashKey"] }),
    );
    const { status, out, err } = await gate([...UNHARMFUL, ...steps]);
    expect(status).toBe(1);
    expect(out).toBe(
      `LOST     submissions (${TABLE}) is replaced, because of hashKey, and with it goes all its items.\n`,
    );
    expect(err).toContain("--allow");
  });

  it.each([
    ["delete", "aws:cognito/userPool:UserPool", "users", "all its users"],
    ["replace", "aws:cloudfront/distribution:Distribution", "edge", "the address of the service"],
    ["delete", "aws:cloudwatch/logGroup:LogGroup", "code-grader-log", "its log lines"],
    ["replace", "aws:cognito/userPoolClient:UserPoolClient", "client", "sites sign in with"],
  ])("%s of %s", async (op, type, name, held) => {
    const { status, out } = await gate([step(op, type, name)]);
    expect(status).toBe(1);
    expect(out).toContain(held);
  });

  it.each([
    [
      "by its detailed difference",
      {
        detailedDiff: {
          "globalSecondaryIndexes[0].nonKeyAttributes[3]": { kind: "add", inputDiff: false },
        },
        diffReasons: ["globalSecondaryIndexes"],
      },
    ],
    ["by its reasons alone", { diffReasons: ["globalSecondaryIndexes"] }],
  ])("an index that is built anew, %s", async (_, changes) => {
    const { status, out } = await gate([step("update", TABLE, "submissions", changes)]);
    expect(status).toBe(1);
    expect(out).toContain("deleted and built again from the whole table");
  });
});

it("is not stopped by what AWS itself has grown of an index", async () => {
  const detailedDiff = {
    "globalSecondaryIndexes[2].warmThroughput": { kind: "delete", inputDiff: false },
  };
  const changes = { detailedDiff, diffReasons: ["globalSecondaryIndexes"] };
  expect((await gate([step("update", TABLE, "submissions", changes)])).status).toBe(0);
});

it("lets through a loss that is named, and no other", async () => {
  const steps = [step("replace", TABLE, "submissions"), step("delete", TABLE, "problems")];
  expect((await gate(steps, "--allow", "submissions")).status).toBe(1);
  const { status, out } = await gate(steps, "--allow", "submissions", "--allow", "problems");
  expect(status).toBe(0);
  expect(out).toMatch(/^allowed {2}submissions .*\nallowed {2}problems /);
});

it("tells the same to programs", async () => {
  const { out } = await gate([step("delete", TABLE, "problems")], "--json");
  expect(JSON.parse(out)).toEqual({
    losses: [
      expect.objectContaining({ name: "problems", urn: urn(TABLE, "problems"), isAllowed: false }),
    ],
  });
});

it.each([
  ["no JSON", "error: passphrase must be set"],
  ["one that failed half way", '{"steps": [], "diagnostics": [{"severity": "error"}]}'],
  ["a failed preview", '{"diagnostics": [{"message": "no", "severity": "error"}]}'],
])("takes nothing for a preview that is %s", async (_, text) => {
  const file = join(folder, "failed.json");
  await writeFile(file, text);
  const { status, err } = await runCommand(["preview-gate", file]);
  expect(status).toBe(2);
  expect(err).toContain("that preview failed");
  expect((await runCommand(["preview-gate", join(folder, "none.json")])).status).toBe(2);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pathFrom, runCommand } from "../../support/cli/run-command.js";
import { startWorld, type World } from "../../support/world.js";

let world: World;
beforeAll(async () => {
  world = await startWorld({ executor: "python" });
}, 60_000);
afterAll(() => world.close());

const lines = (out: string) => out.trimEnd().split("\n");

describe("of a dev server", () => {
  it("finds all well, and says what only AWS has", async () => {
    const args = ["doctor", "--endpoint", world.url, "--problem", "sum-of-a-list"];
    const { status, out, err } = await runCommand(args);
    expect(out).not.toContain("FAIL");
    expect({ status, err }).toEqual({
      status: 0,
      err: expect.stringMatching(/(^|\n)\d+ hold, 0 fail, \d+ to look at, \d+ skipped\.\n$/),
    });
    expect(lines(out)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^skip {2}identity .*this is a dev server/),
        expect.stringMatching(/^ok {4}runs .*python3\.12: 21 doubled is 42/),
        expect.stringMatching(/^ok {4}streaming /),
        expect.stringMatching(/^ok {4}submission .*read back whole/),
      ]),
    );
  }, 60_000);

  it("tells the same to programs", async () => {
    const { status, out } = await runCommand(["doctor", "--endpoint", world.url, "--json"]);
    expect(status).toBe(0);
    const { isWell, stages } = JSON.parse(out);
    expect(isWell).toBe(true);
    expect(stages).toContainEqual({
      stage: "health",
      findings: [{ kind: "holds", sentence: "GET /health answers 200." }],
    });
    // Nothing is stored unless a problem is named for it.
    expect(stages).toContainEqual({
      stage: "submission",
      findings: [expect.objectContaining({ kind: "skipped" })],
    });
  }, 60_000);
});

it("says of a dev server that runs no code what it cannot look at for that", async () => {
  const mock = await startWorld();
  try {
    const { status, out } = await runCommand(["doctor", "--endpoint", mock.url]);
    expect(status).toBe(0);
    expect(lines(out)).toContainEqual(expect.stringMatching(/^skip {2}runs .*--mock-executor/));
    expect(lines(out)).toContainEqual(expect.stringMatching(/^ok {4}token /));
  } finally {
    await mock.close();
  }
}, 60_000);

describe("by an address alone", () => {
  it("looks from outside, and ends with 1 where something fails", async () => {
    const { status, out } = await runCommand(["doctor", "--url", world.url], { env: {} });
    expect(status).toBe(1);
    // A dev server is not behind CloudFront.
    expect(lines(out)).toContainEqual(
      expect.stringMatching(/^FAIL {2}edge .*not through CloudFront/),
    );
    expect(lines(out)).toContainEqual(expect.stringMatching(/^ok {4}token required /));
    expect(lines(out)).toContainEqual(expect.stringMatching(/^skip {2}statements .*--stack/));
  });

  it("looks no further than where nothing answers", async () => {
    const { status, out } = await runCommand(["doctor", "--url", "http://127.0.0.1:9"], {
      env: {},
    });
    expect(status).toBe(1);
    expect(lines(out)).toContainEqual(expect.stringMatching(/^skip {2}edge .*"health" failed/));
  });
});

it.each([
  [["doctor"], "Name one service"],
  [["doctor", "--url", "grader.site.example"], "--url is an address such as https://"],
  [["doctor", "--url", "https://a.example", "--origin", "site"], "as in https://site.example"],
  [["doctor", "--url", "https://a.example", "--token", ""], "The token is empty"],
  [["doctor", "--url", "https://a.example", "--problem", ""], "It must be an id"],
])("ends with 2 at misuse: %j", async (args, sentence) => {
  const { status, err } = await runCommand(args);
  expect(status).toBe(2);
  expect(err).toContain(sentence);
});

describe("before the first deployment", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "doctor-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("says what is missing, for a stack that has no outputs", async () => {
    const script =
      "#!/bin/sh\ncase $1 in\nstack) echo '{}' ;;\nversion) echo v3.265.0 ;;\n*) exit 1 ;;\nesac\n";
    await writeFile(join(folder, "pulumi"), script, { mode: 0o755 });
    const env = { PATH: pathFrom(folder) };
    const { status, out } = await runCommand(["doctor", "--stack", "prod"], { env, folder });
    expect(status).toBe(1);
    expect(lines(out)).toContainEqual(expect.stringMatching(/^ok {4}tools .*Pulumi v3\.265\.0/));
    expect(lines(out)).toContainEqual(expect.stringMatching(/^FAIL {2}region .*No region/));
  });
});

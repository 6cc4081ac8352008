import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packGrader } from "../../pack/pack-grader.js";
import { startWorld, type World } from "../support/world.js";

const run = promisify(execFile);

describe("the package of grader", { timeout: 120_000 }, () => {
  let folder: string;
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    folder = await mkdtemp(join(tmpdir(), "grader-package-"));
    await packGrader(join(folder, "packed"));
    await run("npm", ["pack", "--silent", "./packed"], { cwd: folder });
    const [tarball = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
    await mkdir(join(folder, "empty"));
    await writeFile(join(folder, "empty/package.json"), "{}");
    const args = ["install", "--silent", "--offline", "--no-audit", "--no-fund", `../${tarball}`];
    await run("npm", args, { cwd: join(folder, "empty") });
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  /** As a person calls it, with the Node of these tests first on the path. */
  const grader = (...args: readonly string[]) =>
    run(
      "sh",
      [
        "-c",
        `PATH="$1:$PATH"; shift; exec npx --no grader "$@"`,
        "sh",
        dirname(process.execPath),
        ...args,
      ],
      {
        cwd: join(folder, "empty"),
      },
    );

  it("takes an author from an empty folder to a published problem", async () => {
    await grader("problem", "new", "double");
    const javascript = "function solution(n) { return 2 * n; }\n";
    await writeFile(join(folder, "empty/double/solutions/accepted/double.js"), javascript);
    const check = await grader("problem", "check", "double");
    expect(check.stdout).toMatch(/ok +accepted\/double\.js +ACCEPTED +4\/4/);
    await grader("problem", "push", "double", "--endpoint", world.url, "--yes");
    const { body } = await world.request("/dev/problems/double");
    expect(body).toMatchObject({ title: "Double", listed: "Y" });
  });

  it("ends with the status of the command", async () => {
    const end = grader("problem", "check", "nowhere");
    await expect(end).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining("FAULT") });
  });

  it("depends on no other package, and holds no test or source of ours", async () => {
    expect(
      (await readdir(join(folder, "empty/node_modules"))).filter((n) => !n.startsWith(".")),
    ).toEqual(["edge-grader-cli"]);
    const files = await readdir(join(folder, "empty/node_modules/edge-grader-cli"), {
      recursive: true,
    });
    expect(files.filter((name) => /\.ts$|test|__pycache__/.test(name))).toEqual([]);
    expect(files).toContain("executor/lambda_function.py");
    expect(files).toContain("runner/javascript/realm.cjs");
  });
});

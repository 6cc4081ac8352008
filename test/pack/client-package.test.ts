import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packClient } from "../../pack/pack-client.js";
import { putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const FRONT_END = `
import { createGraderClient, type GradeResponse, GraderError, type RunCodeOutput } from "edge-grader-client";

declare const process: { env: Record<"BASE_URL" | "ID_TOKEN", string> };
const { BASE_URL: baseUrl, ID_TOKEN: idToken } = process.env;

const client = createGraderClient({ baseUrl, getIdToken: () => idToken });
const graded: GradeResponse = await client.grade({ problemId: "echo", userCode: "x" });
const run = await client.runCustomTests({ userCode: "x", customTestCases: [1] });
const output: RunCodeOutput | undefined = run.results[0]?.runCodeOutput;
const page = await client.submissions({ userId: "student-1", pageSize: 1 });
const error: unknown = await client.submission("none").catch((reason: unknown) => reason);
console.log(
  graded.status,
  graded.results.map(({ status }) => status).join("+"),
  output?.runCodeLambdaError === false && output.exitCode,
  page.items[0]?.submissionId === graded.submissionId,
  error instanceof GraderError && error.code,
);
`;

/** What the compiler says about these files when nothing but the package is there. */
function typeFaults(files: readonly string[]): (string | undefined)[][] {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2024,
    lib: ["lib.es2024.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.NodeNext,
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => [
      file?.fileName,
      ts.flattenDiagnosticMessageText(messageText, "\n"),
    ]);
}

describe("the packed client, in a folder where nothing else is installed", () => {
  let folder: string;
  let bundle: string;
  let frontEnd: string;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "front-end-")));
    bundle = await packClient(join(folder, "node_modules/edge-grader-client"));
    frontEnd = join(folder, "front-end.mts");
    await writeFile(frontEnd, FRONT_END);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("has less than 10 KB when a front end's bundler minifies it and it is gzipped", async () => {
    const { code } = await transform(await readFile(bundle, "utf8"), { minify: true });
    expect(gzipSync(code).length).toBeLessThan(10_000);
  });

  it("needs no other package, neither to run nor for its types", async () => {
    const packed = join(folder, "node_modules/edge-grader-client");
    const files = (await readdir(packed)).filter((name) => name !== "package.json");
    expect(files).not.toEqual([]);
    for (const file of files) {
      const text = await readFile(join(packed, file), "utf8");
      expect([file, text.match(/(?:from|import\()\s*"(?!\.\/)/g)]).toEqual([file, null]);
    }
  });

  it("is typed: right use compiles, and wrong use does not", async () => {
    const wrong = join(folder, "wrong.mts");
    await writeFile(wrong, FRONT_END.replace('problemId: "echo"', "problemId: 1"));
    expect(typeFaults([frontEnd, wrong])).toEqual([
      [wrong, "Type 'number' is not assignable to type 'string'."],
    ]);
  });

  describe("in plain Node", () => {
    let world: World;
    beforeAll(async () => {
      world = await startWorld();
      await putEchoProblem(world);
    });
    afterAll(() => world.close());

    it("grades, runs, lists, and tells errors apart", async () => {
      const script = join(folder, "front-end.mjs");
      await writeFile(script, (await transform(FRONT_END, { loader: "ts" })).code);
      const ID_TOKEN = await world.stack.userPool.issueIdToken({ sub: "student-1", nickname: "n" });
      const env = { BASE_URL: world.url, ID_TOKEN };
      const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
      expect(stdout).toBe("ACCEPTED ACCEPTED+ACCEPTED 0 true SubmissionNotFound\n");
    });
  });
});

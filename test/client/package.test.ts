import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { type BuildResult, build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { putEchoProblem } from "../support/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

const SCRIPT = `
const { createGraderClient, GraderError } = await import(process.argv[1]);
const [, , baseUrl, token] = process.argv;
const client = createGraderClient({ baseUrl, getIdToken: () => token });
const graded = await client.grade({ problemId: "echo", userCode: "x" });
const error = await client.submission("none").catch((reason) => reason);
console.log(graded.status, error instanceof GraderError, error.code);
`;

describe("the client's bundle", () => {
  let bundle: BuildResult<{ write: false; metafile: true }>;
  let code: Uint8Array;

  beforeAll(async () => {
    bundle = await build({
      absWorkingDir: root,
      entryPoints: ["client/create-grader-client.ts"],
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      write: false,
      metafile: true,
    });
    code = bundle.outputFiles[0]?.contents ?? expect.fail();
  });

  it("has less than 10 KB when it is gzipped", () => {
    expect(gzipSync(code).length).toBeLessThan(10_000);
  });

  it("holds the client and hono, and nothing of the service but types", () => {
    const files = Object.keys(bundle.metafile.inputs);
    expect(files).toContain("client/create-grader-client.ts");
    expect(files.filter((file) => !/^(client|node_modules\/hono)\//.test(file))).toEqual([]);
  });

  describe("in plain Node", () => {
    let world: World;
    let folder: string;

    beforeAll(async () => {
      world = await startWorld();
      await putEchoProblem(world);
      folder = await mkdtemp(join(tmpdir(), "client-bundle-"));
    });
    afterAll(async () => {
      await world.close();
      await rm(folder, { recursive: true });
    });

    it("grades, and tells errors apart", async () => {
      const file = join(folder, "client.mjs");
      await writeFile(file, code);
      const idToken = await world.stack.userPool.issueIdToken({ sub: "s", nickname: "n" });
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--input-type=module", "--eval", SCRIPT, file, world.url, idToken],
        { env: {} },
      );
      expect(stdout).toBe("ACCEPTED true SubmissionNotFound\n");
    });
  });
});

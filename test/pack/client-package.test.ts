import { execFile } from "node:child_process";
import { access, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packClient } from "../../pack/pack-client.js";
import root from "../../package.json" with { type: "json" };
import { putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const FRONT_END = `
import {
  createGraderClient,
  type GradeResponse,
  GraderError,
  type Reason,
  type RunCodeOutput,
  type Status,
} from "edge-grader-client";

declare const process: { env: Record<"BASE_URL" | "ID_TOKEN", string> };
const { BASE_URL: baseUrl, ID_TOKEN: idToken } = process.env;
const options = { baseUrl, getIdToken: () => idToken };

async function main() {
  const client = createGraderClient(options);
  const graded: GradeResponse = await client.grade({ problemId: "echo", userCode: "x" });
  const statuses: Status[] = graded.results.map(({ status }) => status);
  const { starterCodes } = await client.getProblem("echo");
  const begun: string | undefined = starterCodes.javascript;
  const run = await client.runCustomTests({ userCode: "x", customTestCases: [1] });
  const output: RunCodeOutput | undefined = run.results[0]?.runCodeOutput;
  const reason: Reason | null | undefined = output?.reason;
  const query = { userId: "student-1", pageSize: 10, lastEvaluatedKey: null };
  const page = await client.listSubmissions(query);
  const submission = await client.getSubmission(graded.submissionId);
  const code: string | null = submission.results === undefined ? "foreign" : submission.userCode;
  const error: unknown = await client.getSubmission("none").catch((reason: unknown) => reason);
  const exact = createGraderClient({ ...options, exactValues: true });
  const ran = await exact.runCustomTests({ userCode: "x", customTestCases: ["1.0"] });
  const written: string | undefined = ran.results[0]?.input;
  console.log(
    graded.status,
    statuses.join("+"),
    output?.runCodeLambdaError === false && output.exitCode,
    reason,
    page.items.some(({ submissionId }) => submissionId === graded.submissionId),
    code,
    begun,
    error instanceof GraderError && error.code,
    written,
  );
}
void main();
`;

const PRINTED = "ACCEPTED ACCEPTED+ACCEPTED 0 null true x undefined SubmissionNotFound 1.0\n";

/** What does not compile in place of what does, and what the compiler says of it. */
const WRONG = [
  [
    'problemId: "echo", userCode',
    "problemId: 1, userCode",
    "Type 'number' is not assignable to type 'string'.",
  ],
  [
    'customTestCases: ["1.0"]',
    "customTestCases: [1]",
    "Type 'number' is not assignable to type 'string'.",
  ],
  ["starterCodes.javascript", "starterCodes.cobol", "Property 'cobol' does not exist"],
  ["submission.userCode;", "page.items[0]!.userCode;", "Property 'userCode' does not exist"],
  [
    'submission.results === undefined ? "foreign" : submission.userCode',
    "submission.userCode",
    "Type 'string | null | undefined' is not assignable to type 'string | null'.",
  ],
] as const;

/** What the compiler says about these files when nothing but the package is there. */
function typeFaults(files: readonly string[], options: ts.CompilerOptions = {}): string[] {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2024,
    lib: ["lib.es2024.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.Node16,
    types: [],
    ...options,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("the packed client, in a folder where nothing else is installed", () => {
  let folder: string;
  let packed: string;
  let bundle: string;

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "front-end-")));
    packed = join(folder, "node_modules/edge-grader-client");
    bundle = await packClient(packed);
    for (const kind of ["mts", "cts"]) {
      await writeFile(join(folder, `front-end.${kind}`), FRONT_END);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is as small as the README says when a front end's bundler minifies it and it is gzipped", async () => {
    const { code } = await transform(await readFile(bundle, "utf8"), { minify: true });
    const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
    const [, kilobytes] = /adds ([\d.]+) KB to a page/.exec(readme) ?? expect.fail();
    const size = gzipSync(code).length;
    expect(size).toBeLessThanOrEqual(Number(kilobytes) * 1000);
    expect(size).toBeGreaterThan(Number(kilobytes) * 900);
  });

  it("says what it is, and packs all that it leads to", async () => {
    const manifest = JSON.parse(await readFile(join(packed, "package.json"), "utf8"));
    expect(manifest).toMatchObject({
      name: "edge-grader-client",
      version: root.version,
      license: root.license,
      engines: root.engines,
      description: expect.stringMatching(/./),
    });
    expect(manifest).not.toHaveProperty("dependencies");
    const { import: esm, require: cjs } = manifest.exports["."];
    const entries = [esm, cjs].flatMap(({ types, default: code }) => [types, code]);
    for (const entry of [...entries, manifest.main, manifest.module, manifest.types]) {
      await access(join(packed, entry));
      expect(manifest.files).toContain(entry.split("/")[1]);
    }
    expect(await readFile(join(packed, "README.md"), "utf8")).toContain("createGraderClient");
  });

  it("needs no other package, neither to run nor for its types", async () => {
    const files = (await readdir(packed, { recursive: true })).filter((name) =>
      /\.(?:js|ts)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = await readFile(join(packed, file), "utf8");
      const others = text.match(/(?:from|import\(|require\()\s*"(?!\.\/)/g);
      expect([file, others]).toEqual([file, null]);
    }
  });

  it("is typed for ES modules and for CommonJS", () => {
    const files = ["mts", "cts"].map((kind) => join(folder, `front-end.${kind}`));
    expect(typeFaults(files)).toEqual([]);
  });

  it("is typed for a front end whose bundler resolves modules", () => {
    const module = { module: ts.ModuleKind.ESNext };
    const moduleResolution = ts.ModuleResolutionKind.Bundler;
    expect(typeFaults([join(folder, "front-end.mts")], { ...module, moduleResolution })).toEqual(
      [],
    );
  });

  it("does not compile when it is used wrongly", async () => {
    const files = WRONG.map((_, index) => join(folder, `wrong-${index}.mts`));
    for (const [index, [right, wrong]] of WRONG.entries()) {
      expect(FRONT_END).toContain(right);
      await writeFile(join(folder, `wrong-${index}.mts`), FRONT_END.replace(right, wrong));
    }
    const expected = WRONG.map(([, , fault]) => expect.stringContaining(fault));
    expect(typeFaults(files)).toEqual(expected);
  });

  it("comments every number among its types, and marks what is deprecated", async () => {
    const answers = await readFile(join(packed, "esm/answers.d.ts"), "utf8");
    const lines = answers.split("\n");
    const numbers = lines.filter((line) => /^\s+\w+\??: .*\bnumber\b/.test(line));
    expect(numbers.length).toBeGreaterThan(15);
    for (const line of numbers) {
      expect([line, lines[lines.indexOf(line) - 1]]).toEqual([
        line,
        expect.stringMatching(/^\s+\/\*\* .+ \*\/$/),
      ]);
    }
    const methods = await readFile(join(packed, "esm/grader-client.d.ts"), "utf8");
    expect(methods.match(/@deprecated/g)).toHaveLength(2);
  });

  it("has the very types that the service's schemas infer", async () => {
    const source = fileURLToPath(new URL("../../client/answers.ts", import.meta.url));
    const names = [
      ...(await readFile(join(packed, "esm/answers.d.ts"), "utf8")).matchAll(
        /^export type (\w+)/gm,
      ),
    ];
    expect(names.length).toBeGreaterThan(8);
    const lines = names.flatMap(([, name]) => [
      `export const to${name} = (one: Packed.${name}): Source.${name} => one;`,
      `export const from${name} = (one: Source.${name}): Packed.${name} => one;`,
    ]);
    const file = join(folder, "same.mts");
    const imports = `import type * as Packed from "edge-grader-client";
import type * as Source from ${JSON.stringify(source.replace(/\.ts$/, ".js"))};`;
    await writeFile(file, [imports, ...lines].join("\n"));
    expect(typeFaults([file], { skipLibCheck: true, resolveJsonModule: true })).toEqual([]);
  });

  describe("in plain Node", () => {
    let world: World;
    beforeAll(async () => {
      world = await startWorld();
      await putEchoProblem(world);
    });
    afterAll(() => world.close());

    it.each([
      ["an ES module", "mjs", "esm"],
      ["a CommonJS module", "cjs", "cjs"],
    ] as const)("grades, runs, lists, and tells errors apart: %s", async (_, kind, format) => {
      const script = join(folder, `front-end.${kind}`);
      await writeFile(script, (await transform(FRONT_END, { loader: "ts", format })).code);
      const ID_TOKEN = await world.stack.userPool.issueIdToken({ sub: "student-1", nickname: "n" });
      const env = { BASE_URL: world.url, ID_TOKEN };
      const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
      expect(stdout).toBe(PRINTED);
    });
  });
});

import { execFileSync, spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const CRUISER = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
const BIOME = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
const FOLDERS = ["api", "client", "web", "cli", "pack", "infra", "dev", "bench", "test"];

/** A file of each room, and by name all that it may import; what is not named is forbidden. */
const LAW: Readonly<Record<string, string>> = {
  "api/domain/a.ts": "api/domain/b.ts decimal.js",
  "api/domain/b.ts": "api/domain/a.ts decimal.js",
  "api/ports.ts": "api/domain/a.ts api/domain/b.ts",
  "api/tables.ts": "api/domain/a.ts api/domain/b.ts",
  "api/usecases/a.ts": "api/domain/a.ts api/domain/b.ts api/ports.ts",
  "api/http/openapi/a.ts":
    "api/domain/a.ts api/domain/b.ts api/http/a.ts api/http/grade/a-schema.ts api/http/grade/request.ts zod zod-openapi",
  "api/http/grade/a-schema.ts":
    "api/domain/a.ts api/domain/b.ts api/http/grade/request.ts hono zod",
  "api/http/grade/request.ts":
    "api/domain/a.ts api/domain/b.ts api/http/grade/a-schema.ts hono zod",
  "api/http/a.ts":
    "api/domain/a.ts api/domain/b.ts api/ports.ts api/usecases/a.ts api/http/grade/a-schema.ts api/http/grade/request.ts hono @hono/zod-validator zod",
  "api/adapters/a.ts":
    "api/domain/a.ts api/domain/b.ts api/ports.ts api/tables.ts @aws-sdk/client-lambda aws-jwt-verify p-retry node:fs",
  "api/config.ts": "zod",
  "api/lambda.ts":
    "api/domain/a.ts api/domain/b.ts api/config.ts api/adapters/a.ts api/aws-deps.ts api/http/a.ts api/ports.ts hono node:fs",
  "api/aws-deps.ts":
    "api/domain/a.ts api/domain/b.ts api/config.ts api/adapters/a.ts api/http/a.ts api/ports.ts @aws-sdk/client-lambda aws-jwt-verify",
  "client/a.ts": "",
  "web/session/dev-users.ts": "",
  "web/a.ts": "api/domain/a.ts api/domain/b.ts client/a.ts web/session/dev-users.ts preact",
  "pack/a.ts": "esbuild fflate node:fs",
  "infra/a.ts": "pack/a.ts api/tables.ts @pulumi/pulumi zod node:fs",
  "cli/authoring/a.ts":
    "api/domain/a.ts api/domain/b.ts api/ports.ts api/usecases/a.ts api/adapters/a.ts yaml node:fs",
  "cli/grader.ts": "cli/a.ts node:fs",
  "cli/a.ts":
    "api/domain/a.ts api/domain/b.ts api/ports.ts api/tables.ts api/usecases/a.ts api/http/a.ts api/http/grade/a-schema.ts api/http/grade/request.ts api/adapters/a.ts api/config.ts api/aws-deps.ts cli/authoring/a.ts dev/a.ts pack/a.ts @aws-sdk/client-lambda commander fast-xml-parser fflate yaml zod node:fs",
  "dev/server.ts": "dev/a.ts pack/a.ts web/session/dev-users.ts commander node:fs",
  "dev/a.ts":
    "api/domain/a.ts api/domain/b.ts api/ports.ts api/tables.ts api/usecases/a.ts api/http/a.ts api/http/grade/a-schema.ts api/http/grade/request.ts api/adapters/a.ts api/config.ts api/aws-deps.ts cli/authoring/a.ts pack/a.ts web/session/dev-users.ts @aws-sdk/client-lambda aws-jwt-verify commander hono zod node:fs",
};

const PACKAGES = [
  "@aws-sdk/client-lambda",
  "@hono/zod-validator",
  "@pulumi/pulumi",
  "aws-jwt-verify",
  "commander",
  "decimal.js",
  "esbuild",
  "fast-xml-parser",
  "fflate",
  "hono",
  "p-retry",
  "preact",
  "yaml",
  "zod",
  "zod-openapi",
];

const TARGETS = [...Object.keys(LAW), "bench/a.ts", "test/a.ts", ...PACKAGES, "node:fs"];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
  readonly unresolvedTo?: string;
}

let folder: string;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function specifier(from: string, to: string): string {
  if (!to.endsWith(".ts")) return to;
  const up = "../".repeat(from.split("/").length - 1) || "./";
  return up + to.replace(/\.ts$/, ".js");
}

const imports = (from: string, keyword: string) =>
  TARGETS.filter((to) => to !== from)
    .map(
      (to, index) => `${keyword} it${index} from "${specifier(from, to)}";\nexport { it${index} };`,
    )
    .join("\n");

/** What the lint rules of the repository find in the folder. */
function violations(): readonly Violation[] {
  const rules = join(ROOT, "dev/lint/import-rules.mjs");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [CRUISER, "--config", rules, "--output-type", "json", ...FOLDERS],
    { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout).summary.violations;
}

const nameOf = (path: string) => {
  const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
  return found === "fs" ? "node:fs" : found;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-law-"));
  const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, "1.0.0"]));
  await write("package.json", JSON.stringify({ type: "module", dependencies }));
  await write("tsconfig.json", JSON.stringify({ compilerOptions: { module: "nodenext" } }));
  for (const name of FOLDERS) await mkdir(join(folder, name));
  for (const name of PACKAGES) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    await write(`node_modules/${name}/index.js`, "module.exports = {};");
  }
});

afterAll(() => rm(folder, { recursive: true }));

describe("the import law", () => {
  it.each(["import", "import type"])("refuses whatever is not allowed to %s", async (keyword) => {
    await write("bench/a.ts", "export default 1;");
    await write("test/a.ts", "export default 1;");
    for (const from of Object.keys(LAW)) await write(from, imports(from, keyword));
    const found = violations().filter(({ rule }) => rule.name !== "no-circle");
    for (const [from, allowed] of Object.entries(LAW)) {
      const refused = new Set(found.filter((one) => one.from === from).map(({ to }) => nameOf(to)));
      const isTypeOfSchema = (to: string) =>
        keyword === "import type" &&
        from === "client/a.ts" &&
        /grade\/(?:a-schema|request)/.test(to);
      const mayImport = TARGETS.filter((to) => to !== from && !refused.has(to));
      const lawful = new Set(allowed.split(" "));
      expect(mayImport, from).toEqual(
        TARGETS.filter((to) => to !== from && (lawful.has(to) || isTypeOfSchema(to))),
      );
    }
  });

  it("refuses a circle, be it of types alone", async () => {
    for (const from of Object.keys(LAW)) await write(from, "export default 1;");
    await write("dev/a.ts", 'import type { B } from "./b.js";\nexport type A = B | 1;');
    await write("dev/b.ts", 'import type { A } from "./a.js";\nexport type B = A | 2;');
    const circles = violations().filter(({ rule }) => rule.name === "no-circle");
    expect(circles.map(({ from }) => from)).toContain("dev/a.ts");
  });

  it("refuses a file that is in no room, even one that nothing imports", async () => {
    await write("api/elsewhere/root.ts", 'export { default } from "../../dev/a.js";');
    await write("api/elsewhere/a.ts", "export default 1;");
    await write("dev/a.ts", 'export { default } from "../api/elsewhere/a.js";');
    const found = violations().map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(found).toContain("every-file-has-a-room: dev/a.ts → api/elsewhere/a.ts");
    expect(found).toContain(
      "a-file-without-a-room-imports-nothing: api/elsewhere/root.ts → dev/a.ts",
    );
  });
});

const FORBIDDEN_GLOBALS = {
  random: "Math.random()",
  timeout: "AbortSignal.timeout(1)",
  setInterval: "setInterval(() => {}, 1)",
  setImmediate: "setImmediate(() => {})",
  globalThis: "globalThis.name",
  Date: "Date.now()",
  performance: "performance.now()",
  setTimeout: "setTimeout(() => {}, 1)",
  crypto: "crypto.randomUUID()",
  process: "process.env",
  fetch: 'fetch("http://127.0.0.1")',
  console: "console.log(1)",
};

describe.each(["api/domain", "api/usecases", "api/http"])("in %s", (room) => {
  it("there is no clock, no random, no environment, no I/O", async () => {
    for (const name of ["biome.json", ".gitignore", "dev/lint/no-clock-no-random.grit"]) {
      await cp(join(ROOT, name), join(folder, name));
    }
    for (const [name, code] of Object.entries(FORBIDDEN_GLOBALS)) {
      await write(`${room}/global-${name}.ts`, `export const it = () => ${code};\n`);
    }
    const { stdout } = spawnSync(
      process.execPath,
      [BIOME, "lint", "--reporter=json", "--max-diagnostics=none", room],
      {
        cwd: folder,
        encoding: "utf8",
      },
    );
    for (const name of Object.keys(FORBIDDEN_GLOBALS)) {
      expect(stdout, name).toContain(`global-${name}.ts`);
    }
  });
});

it("npm run check holds every folder that has sources to the law", async () => {
  const manifest = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const tracked = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).split("\n");
  const sources = tracked.filter((path) => /^[\w-]+\/.*\.[cm]?tsx?$/.test(path));
  const folders = [...new Set(sources.map((path) => path.slice(0, path.indexOf("/"))))];
  expect(folders.sort()).toEqual([...FOLDERS].sort());
  expect(manifest.scripts.check).toContain(`import-rules.mjs ${FOLDERS.join(" ")} `);
});

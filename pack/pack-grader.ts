import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import root from "../package.json" with { type: "json" };
import { replaceFile } from "./replace-file.js";

const REPOSITORY = fileURLToPath(new URL("..", import.meta.url));
/** As deep below the package as the sources are below the repository: what they read stays where it is. */
const PLACE = "lib/grader";
const OLDEST_NODE = 24;

/** Runs on any Node, and says which one is needed. */
const BANNER = `#!/usr/bin/env node
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
if (Number.parseInt(process.versions.node) < ${OLDEST_NODE}) {
  console.error("grader needs Node ${OLDEST_NODE} or later; this is " + process.versions.node + ".");
  process.exit(2);
}`;

/** What runs code on this machine, and what is none of it. */
const EXECUTOR = ["executor", "runner"];
const LEFT_BEHIND = /__pycache__|\/\.|\.md$/;

/**
 * Writes `grader` as an npm package that depends on nothing but Node and Python: one bundle, and the
 * executor that solutions are run with.
 *
 * @returns the path of the program
 */
export async function packGrader(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  const program = join(folder, PLACE, "grader.js");
  await replaceFile(program, await bundle());
  await cp(join(REPOSITORY, "dev/lambda/bootstrap.py"), join(folder, PLACE, "bootstrap.py"));
  for (const name of EXECUTOR) {
    await cp(join(REPOSITORY, name), join(folder, name), {
      recursive: true,
      filter: (path) => !LEFT_BEHIND.test(path.slice(REPOSITORY.length)),
    });
  }
  await write(join(folder, "package.json"), `${JSON.stringify(manifest(), undefined, 2)}\n`);
  await cp(join(REPOSITORY, "docs/cli.md"), join(folder, "README.md"));
  return program;
}

function manifest() {
  const { license, version } = root;
  return {
    name: "edge-grader-cli",
    version,
    description: "grader: for those who write problems for Edge Grader, and those who run it",
    license,
    type: "module",
    engines: { node: `>=${OLDEST_NODE}` },
    bin: { grader: `${PLACE}/grader.js` },
    files: ["lib", ...EXECUTOR],
  };
}

async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(REPOSITORY, "cli/grader.ts")],
    bundle: true,
    minify: true,
    keepNames: true,
    platform: "node",
    // What an older Node cannot read it could not refuse either.
    target: "node20",
    format: "esm",
    mainFields: ["module", "main"],
    banner: { js: BANNER },
    logLevel: "error",
    write: false,
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error("The bundle of grader is empty.");
  return output.contents;
}

const write = (path: string, text: string) => replaceFile(path, new TextEncoder().encode(text));

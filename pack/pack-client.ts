import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Format } from "esbuild";
import ts from "typescript";
import description from "../api/http/service/openapi.json" with { type: "json" };
import root from "../package.json" with { type: "json" };
import { type AnswerSchema, answerType, commentOf } from "./answer-type.js";
import { replaceFile } from "./replace-file.js";

const folderOf = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const source = (name: string) => join(folderOf("client"), name);

const ENTRY = "create-grader-client";
/** Whose declarations somebody who uses the client reads. */
const DECLARED = [
  ENTRY,
  "grader-client",
  "grader-error",
  "shown-problem",
  "submission",
  "exact-values",
  "live-events",
];

/** Both kinds of modules, each in a folder that says which one its files are. */
const KINDS: readonly { name: "esm" | "cjs"; type: string; format: Format }[] = [
  { name: "esm", type: "module", format: "esm" },
  { name: "cjs", type: "commonjs", format: "cjs" },
];

/**
 * Writes the client as an npm package that depends on nothing, for front ends that live elsewhere: a
 * bundle as an ES module and one as CommonJS, each with declarations in which the service's answers
 * are plain types.
 *
 * @returns the path of the ES module
 */
export async function packClient(folder: string): Promise<string> {
  const texts = declarations();
  await rm(folder, { recursive: true, force: true });
  for (const { name, type, format } of KINDS) {
    const kind = join(folder, name);
    await replaceFile(join(kind, `${ENTRY}.js`), await bundle(format));
    await writeJson(join(kind, "package.json"), { type });
    for (const [file, text] of texts) await write(join(kind, file), text);
  }
  await write(join(folder, "README.md"), await readFile(source("README.md"), "utf8"));
  await writeJson(join(folder, "package.json"), manifest());
  return join(folder, "esm", `${ENTRY}.js`);
}

function manifest() {
  const entry = (kind: "esm" | "cjs") => ({
    types: `./${kind}/${ENTRY}.d.ts`,
    default: `./${kind}/${ENTRY}.js`,
  });
  const { license, version, engines } = root;
  return {
    name: "edge-grader-client",
    version,
    description: "Grades code and runs it on one's own inputs: the client of Edge Grader's API",
    keywords: ["code execution", "grader", "judge"],
    license,
    engines,
    type: "module",
    sideEffects: false,
    exports: {
      ".": { import: entry("esm"), require: entry("cjs") },
      "./package.json": "./package.json",
    },
    // For tools that do not know exports.
    main: entry("cjs").default,
    module: entry("esm").default,
    types: entry("cjs").types,
    files: KINDS.map(({ name }) => name),
  };
}

async function bundle(format: Format): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [source(`${ENTRY}.ts`)],
    bundle: true,
    format,
    platform: "browser",
    target: "es2022",
    write: false,
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error("The client's bundle is empty.");
  return output.contents;
}

function writeJson(path: string, value: unknown): Promise<void> {
  return write(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

function write(path: string, text: string): Promise<void> {
  return replaceFile(path, new TextEncoder().encode(text));
}

function declarations(): Map<string, string> {
  const { config } = ts.readConfigFile(folderOf("tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folderOf("."));
  const program = ts.createProgram([source(`${ENTRY}.ts`)], {
    ...options,
    noEmit: false,
    incremental: false,
    declaration: true,
  });
  const texts = new Map([["answers.d.ts", answers(program)]]);
  for (const name of DECLARED) {
    const writeFile = (path: string, text: string) => texts.set(basename(path), text);
    program.emit(program.getSourceFile(source(`${name}.ts`)), writeFile, undefined, true);
  }
  return texts;
}

/** The exported types as the API's description has them, which in their source are what schemas infer. */
function answers(program: ts.Program): string {
  const file = program.getSourceFile(source("answers.ts"));
  const module = file && program.getTypeChecker().getSymbolAtLocation(file);
  if (module === undefined) throw new Error("client/answers.ts exports nothing.");
  const schemas: Readonly<Record<string, AnswerSchema>> = description.components.schemas;
  const types = program
    .getTypeChecker()
    .getExportsOfModule(module)
    .map(({ name }) => {
      const schema = schemas[name];
      if (schema === undefined) throw new Error(`The API's description has no ${name}.`);
      return `${commentOf(schema)}export type ${name} = ${answerType(schema)};\n`;
    });
  return types.join("\n");
}

import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import root from "../package.json" with { type: "json" };
import { replaceFile } from "./replace-file.js";

const folderOf = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const source = (name: string) => join(folderOf("client"), `${name}.ts`);

const ENTRY = "create-grader-client";
/** Whose declarations somebody who uses the client reads. */
const DECLARED = [ENTRY, "grader-client", "grader-error"];

/**
 * Writes the client as an npm package that depends on nothing, for front ends that live elsewhere: a
 * bundle, and declarations in which the service's answers are plain types.
 *
 * @returns the path of the bundle
 */
export async function packClient(folder: string): Promise<string> {
  const bundle = join(folder, `${ENTRY}.js`);
  const { outputFiles } = await build({
    entryPoints: [source(ENTRY)],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
  });
  const manifest = {
    name: "edge-grader-client",
    version: root.version,
    type: "module",
    exports: { types: `./${ENTRY}.d.ts`, default: `./${ENTRY}.js` },
  };
  const [output] = outputFiles;
  if (output === undefined) throw new Error("The client's bundle is empty.");
  await rm(folder, { recursive: true, force: true });
  await replaceFile(bundle, output.contents);
  for (const [name, text] of declarations()) await write(folder, name, text);
  await write(folder, "package.json", `${JSON.stringify(manifest, undefined, 2)}\n`);
  return bundle;
}

function write(folder: string, name: string, text: string): Promise<void> {
  return replaceFile(join(folder, name), new TextEncoder().encode(text));
}

function declarations(): Map<string, string> {
  const { config } = ts.readConfigFile(folderOf("tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folderOf("."));
  const program = ts.createProgram([source(ENTRY)], {
    ...options,
    noEmit: false,
    incremental: false,
    declaration: true,
  });
  const texts = new Map([["answers.d.ts", answers(program)]]);
  for (const name of DECLARED) {
    const writeFile = (path: string, text: string) => texts.set(basename(path), text);
    program.emit(program.getSourceFile(source(name)), writeFile, undefined, true);
  }
  return texts;
}

/** The exported types written out, which in their source are what schemas infer. */
function answers(program: ts.Program): string {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(source("answers"));
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error("client/answers.ts exports nothing.");
  const lines = checker.getExportsOfModule(module).map((symbol) => {
    const type = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(symbol));
    const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
    return `export type ${symbol.name} = ${checker.typeToString(type, undefined, flags)};\n`;
  });
  return lines.join("");
}

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { zipSync } from "fflate";
import { compileModules } from "./compile-modules.js";
import { replaceFile } from "./replace-file.js";

/** A function's code, ready to be uploaded. */
export interface CodeArchive {
  /** Path of the zip file, relative to the repository, so that it is the same on every machine. */
  readonly path: string;
  /** Base64 of its SHA-256, what Lambda calls `CodeSha256`. */
  readonly sha256: string;
}

/** The API function: its bundle, entered through `lambda.handler`. */
export async function packApi(bundlePath: string, path: string): Promise<CodeArchive> {
  return write(path, { "lambda.cjs": await readFile(bundlePath) });
}

/**
 * The executor with its runner, entered through `lambda_function.lambda_handler`; compiled as well where
 * `python` is given, an interpreter of the function's own version.
 */
export async function packExecutor(path: string, python?: string): Promise<CodeArchive> {
  const files = {
    ...(await pythonFiles("executor", "")),
    ...(await pythonFiles("runner/python", "runner/python/")),
  };
  const modules = Object.entries(files).filter(([name]) => name.endsWith(".py"));
  const compiled =
    python === undefined ? {} : await compileModules(Object.fromEntries(modules), python);
  return write(path, { ...files, ...compiled });
}

// Modules and what they read. Editors and file systems leave names behind that end in .py too, but no
// module could have them.
const MODULE = /^\w+\.(?:py|json|bin)$/;

async function pythonFiles(folder: string, prefix: string): Promise<Record<string, Uint8Array>> {
  const names = (await readdir(folder)).filter((name) => MODULE.test(name));
  const read = async (name: string) =>
    [prefix + name, await readFile(`${folder}/${name}`)] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

// DOS time begins in 1980; any fixed one makes the same source the same archive.
const MODIFIED = new Date(1980, 0, 1);
const UNIX = 3;
const READABLE_BY_ALL = 0o100644 << 16;

async function write(path: string, files: Record<string, Uint8Array>): Promise<CodeArchive> {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const zip = zipSync(Object.fromEntries(sorted), {
    level: 9,
    mtime: MODIFIED,
    os: UNIX,
    attrs: READABLE_BY_ALL,
  });
  await replaceFile(path, zip);
  return { path, sha256: createHash("sha256").update(zip).digest("base64") };
}

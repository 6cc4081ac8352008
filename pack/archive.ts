import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { type Zippable, zipSync } from "fflate";
import { compileModules } from "./compile-modules.js";
import type { ArchiveSize } from "./lambda-limits.js";
import { replaceFile } from "./replace-file.js";

/** A function's code, ready to be uploaded. */
export interface CodeArchive {
  /** Path of the zip file, relative to the repository, so that it is the same on every machine. */
  readonly path: string;
  /** Base64 of its SHA-256, what Lambda calls `CodeSha256`. */
  readonly sha256: string;
}

export interface PackedArchive extends CodeArchive {
  readonly size: ArchiveSize;
}

/** The API function: its bundle, entered through `lambda.handler`. */
export async function packApi(bundlePath: string, path: string): Promise<PackedArchive> {
  return write(path, { "lambda.cjs": await readFile(bundlePath) });
}

/**
 * The executor with its runner, entered through `lambda_function.lambda_handler`; compiled as well where
 * `python` is given, an interpreter of the function's own version.
 */
export async function packExecutor(path: string, python?: string): Promise<PackedArchive> {
  return write(path, await executorFiles(python));
}

/** The same, with what runs JavaScript: its runner, and `node`, a program for the function's processor. */
export async function packJavaScriptExecutor(
  path: string,
  node: Uint8Array,
  python?: string,
): Promise<PackedArchive> {
  return write(path, {
    ...(await executorFiles(python)),
    ...(await filesOf("runner/javascript", "runner/javascript/", SCRIPT)),
    ...(await filesOf("runner/javascript/realm", "runner/javascript/realm/", SCRIPT)),
    [PROGRAM]: node,
  });
}

async function executorFiles(python: string | undefined): Promise<Record<string, Uint8Array>> {
  const files = {
    ...(await filesOf("executor", "", MODULE)),
    ...(await filesOf("runner/python", "runner/python/", MODULE)),
  };
  if (python === undefined) return files;
  const modules = Object.entries(files).filter(([name]) => name.endsWith(".py"));
  return { ...files, ...(await compileModules(Object.fromEntries(modules), python)) };
}

// Modules and what they read. Editors and file systems leave names behind that end in .py too, but no
// module could have them.
const MODULE = /^\w+\.(?:py|json|bin)$/;
const SCRIPT = /^\w[\w-]*\.cjs$/;
const PROGRAM = "bin/node";

async function filesOf(
  folder: string,
  prefix: string,
  pattern: RegExp,
): Promise<Record<string, Uint8Array>> {
  const names = (await readdir(folder)).filter((name) => pattern.test(name));
  const read = async (name: string) =>
    [prefix + name, await readFile(`${folder}/${name}`)] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

// DOS time begins in 1980; any fixed one makes the same source the same archive.
const MODIFIED = new Date(1980, 0, 1);
const UNIX = 3;
const READABLE_BY_ALL = 0o100644 << 16;
const EXECUTABLE_BY_ALL = 0o100755 << 16;

async function write(path: string, files: Record<string, Uint8Array>): Promise<PackedArchive> {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([name, content]): [string, Zippable[string]] => [
    name,
    [content, { attrs: name === PROGRAM ? EXECUTABLE_BY_ALL : READABLE_BY_ALL }],
  ]);
  // Not by Node's own zlib, whose bytes are other ones on another processor.
  const zip = zipSync(Object.fromEntries(entries), { level: 6, mtime: MODIFIED, os: UNIX });
  await replaceFile(path, zip);
  const unpacked = sorted.reduce((sum, [, content]) => sum + content.length, 0);
  return {
    path,
    sha256: createHash("sha256").update(zip).digest("base64"),
    size: { zipped: zip.length, unpacked },
  };
}

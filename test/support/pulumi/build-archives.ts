import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { localPython } from "../world.js";

/** What a build leaves in `dist`. */
export const BUILT = ["api/lambda.cjs", "api.zip", "executor.zip"] as const;

const PACK =
  'import { packFunctions } from "./pack/pack-functions.js"; await packFunctions(process.env, console.log, JSON.parse(process.argv[1]));';

/** Does in a clone what `npm run build` does for the functions, with these variables; what it said. */
export async function buildArchives(
  folder: string,
  env: Readonly<Record<string, string>> = {},
  { javascript = false } = {},
): Promise<string> {
  const options = JSON.stringify({ javascript });
  const script = ["--import", "tsx", "--input-type=module", "--eval", PACK, options];
  const { stdout } = await promisify(execFile)(process.execPath, script, {
    cwd: folder,
    env: { HOME: tmpdir(), EXECUTOR_PYTHON: localPython().path, ...env },
  });
  return stdout;
}

/** Base64 of the SHA-256 of each built file, as Lambda shows it; `suffix` comes after the names. */
export async function builtHashes(folder: string, suffix = ""): Promise<Record<string, string>> {
  const hash = async (name: string) => {
    const content = await readFile(join(folder, "dist", `${name}${suffix}`));
    return [name, createHash("sha256").update(content).digest("base64")] as const;
  };
  return Object.fromEntries(await Promise.all(BUILT.map(hash)));
}

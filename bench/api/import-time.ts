import { execFile } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bundleApi } from "../../pack/bundle-api.js";
import { median } from "../statistics.js";
import { table } from "../table.js";

const IMPORT = fileURLToPath(new URL("import.cjs", import.meta.url));

/** What the function must be told before it starts; nothing of it is used while it loads. */
const FUNCTION_ENVIRONMENT = {
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  PROBLEMS_TABLE_NAME: "problems",
  SUBMISSIONS_TABLE_NAME: "submissions",
  CALLER_SLOTS_TABLE_NAME: "caller-slots",
  RUN_CODE_LAMBDA_NAME: "executor",
  COGNITO_USER_POOL_ID: "us-east-1_LocalPool1",
  COGNITO_CLIENT_IDS: "client",
  ALLOWED_ORIGINS: "https://site.example",
  ORIGIN_SECRETS: "a-secret-of-the-measurement",
};

interface Import {
  /** From the start of the process to its end. */
  readonly processMs: number;
  /** Of `require` alone. */
  readonly importMs: number;
}

/** The built function's size, and how long a new process takes to load it, beside an empty script. */
export async function benchImport(rounds: number, tell: (text: string) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "bench-api-"));
  try {
    const bundle = await bundleApi(folder);
    const empty = join(folder, "empty.cjs");
    await writeFile(empty, "");
    const ofBundle: Import[] = [];
    const ofEmpty: Import[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      tell(`import ${round} of ${rounds}`);
      ofEmpty.push(await timeImport(empty));
      ofBundle.push(await timeImport(bundle));
    }
    return describe((await stat(bundle)).size, ofBundle, ofEmpty);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** How long new processes take to load the built function, each in the group that the file admits to. */
export async function timeImports(rounds: number, membersFile: string): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-api-"));
  try {
    const bundle = await bundleApi(folder);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push((await timeImport(bundle, membersFile)).importMs);
    }
    return times;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The process that becomes the program joins a group first: what it starts is in it too. */
const JOIN_AND_RUN = 'echo 0 > "$1" && shift && exec "$@"';

async function timeImport(file: string, membersFile?: string): Promise<Import> {
  const command = [process.execPath, IMPORT, file];
  const [program = "", ...args] =
    membersFile === undefined ? command : ["sh", "-c", JOIN_AND_RUN, "sh", membersFile, ...command];
  const startedAt = performance.now();
  const { stdout } = await promisify(execFile)(program, args, { env: FUNCTION_ENVIRONMENT });
  return { processMs: performance.now() - startedAt, importMs: Number(stdout) };
}

function describe(bytes: number, bundle: readonly Import[], empty: readonly Import[]): string {
  const row = (name: string, imports: readonly Import[], measure: keyof Import) => {
    const times = imports.map((one) => one[measure]);
    return [name, ms(median(times)), ms(Math.min(...times)), ms(Math.max(...times))];
  };
  const difference = bundle.map(
    ({ processMs }, round) => processMs - (empty[round]?.processMs ?? 0),
  );
  const rows = [
    [`${bundle.length} new processes each, in turns`, "median", "least", "most"],
    row("a process that loads an empty script", empty, "processMs"),
    row("a process that loads the function", bundle, "processMs"),
    ["  the difference of each pair (target ≤ 100 ms)", ms(median(difference)), "", ""],
    row("  loading alone, timed inside", bundle, "importMs"),
  ];
  return `The built function: ${(bytes / 1024).toFixed(0)} KB\n\n${table(rows)}`;
}

const ms = (time: number) => `${time.toFixed(0)} ms`;

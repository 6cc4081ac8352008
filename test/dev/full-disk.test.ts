import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const SERVER = fileURLToPath(new URL("../../dev/server.ts", import.meta.url));
// A file that may not grow is met with SIGXFSZ, unless somebody handles that; then writing fails (EFBIG).
const WRITING_FAILS = 'data:text/javascript,process.on("SIGXFSZ",()=>{})';
const CAN_LIMIT = spawnSync("prlimit", ["--version"]).status === 0;
const TITLE = CAN_LIMIT ? "" : " (left out: there is no prlimit here)";

let folder: string;
const started: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "full-disk-"));
});

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.kill("SIGKILL")) await once(child, "close");
  }
  await rm(folder, { recursive: true });
});

function serverCommand(): string[] {
  const args = ["--port", "0", "--mock-executor", "--data", folder];
  return [process.execPath, "--import", WRITING_FAILS, "--import", "tsx", SERVER, ...args];
}

async function start() {
  const [command = "", ...args] = serverCommand();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  started.push(child);
  let output = "";
  let url: string | undefined;
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk;
    url = /listens on (\S+)[\s\S]*^Ready\./m.exec(output)?.[1];
    if (url !== undefined) break;
  }
  child.stdout.resume();
  const token = await fetch(`${url}/dev/token`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: '{"sub":"student"}',
  });
  const { idToken } = (await token.json()) as { idToken: string };
  const headers = { Authorization: `Bearer ${idToken}`, "Content-Type": "application/json" };
  const get = async (path: string) => await fetch(`${url}${path}`, { headers });
  const grade = async (userCode = "x") => {
    const body = JSON.stringify({ problemId: "sum-of-a-list", userCode });
    const response = await fetch(`${url}/grade`, { method: "POST", headers, body });
    const answer = (await response.json()) as { submissionId?: string; code?: string };
    return { ...answer, httpStatus: response.status };
  };
  const putProblem = async () => {
    const body = '{"title":"Mine","finalTestCases":[{"input":1,"expected_output":1}]}';
    const response = await fetch(`${url}/dev/problems/mine`, { method: "PUT", headers, body });
    return (await response.json()) as { code: string };
  };
  return { child, get, grade, putProblem };
}

/** From now on no file of the process may become longer than the tables are. */
async function fillDisk({ pid }: ChildProcess): Promise<void> {
  const tables = join(folder, "dynamodb");
  const sizes = (await readdir(tables)).map(async (name) => (await stat(join(tables, name))).size);
  limitFiles(pid, String(Math.max(...(await Promise.all(sizes)))));
}

function limitFiles(pid: number | undefined, bytes: string): void {
  execFileSync("prlimit", [`--pid=${pid}`, `--fsize=${bytes}:`]);
}

it.skipIf(!CAN_LIMIT)(
  `a full disk costs a submission its place and no other, and not the server${TITLE}`,
  async () => {
    const first = await start();
    const before = await first.grade();
    expect(before.httpStatus).toBe(200);

    await fillDisk(first.child);
    const refused = { httpStatus: 503, code: "SubmissionNotSaved" };
    expect(await first.grade("x".repeat(50_000))).toMatchObject(refused);
    expect(await first.grade()).toMatchObject(refused);
    expect(await first.putProblem()).toMatchObject({ code: "StorageUnavailable" });
    expect((await first.get(`/submissions/${before.submissionId}`)).status).toBe(200);
    expect((await first.get("/submissions?userId=student")).status).toBe(200);

    // What were written behind the torn place could be lost, so nothing is.
    limitFiles(first.child.pid, "unlimited");
    expect(await first.grade()).toMatchObject(refused);
    first.child.kill("SIGINT");
    expect(await once(first.child, "close")).toEqual([0, null]);

    const second = await start();
    expect((await second.get(`/submissions/${before.submissionId}`)).status).toBe(200);
    const after = await second.grade();
    expect(after.httpStatus).toBe(200);
    expect((await second.get(`/submissions/${after.submissionId}`)).status).toBe(200);
  },
);

it.skipIf(!CAN_LIMIT).each([0, 20_000])(
  `a disk that is full after %i bytes is told in a sentence at the start${TITLE}`,
  (bytes) => {
    const limited = [`--fsize=${bytes}:`, ...serverCommand()];
    const { status, stderr } = spawnSync("prlimit", limited, { encoding: "utf8", timeout: 60_000 });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^\S+ cannot (?:be written: is the disk full\?|hold data; choose) [^\n]+\n$/,
    );
  },
);

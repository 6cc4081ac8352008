import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

const SERVER = fileURLToPath(new URL("../../dev/server.ts", import.meta.url));

/** A dev server as a person starts it, with what it has printed so far. */
class ServerProcess {
  output = "";
  readonly exited: Promise<number | null>;
  readonly child: ChildProcess;

  constructor(args: string[], env: NodeJS.ProcessEnv | undefined) {
    this.child = spawn(process.execPath, ["--import", "tsx", SERVER, ...args], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const { stdout, stderr } = this.child;
    for (const stream of [stdout, stderr]) {
      stream?.on("data", (chunk) => {
        this.output += chunk;
      });
    }
    this.exited = once(this.child, "close").then(([code]) => code);
  }

  /** The URL that it listens on, once it says so. */
  async url(): Promise<string> {
    const ended = this.exited.then(() => {
      throw new Error(`The server ended: ${this.output}`);
    });
    const said = async () => {
      for (;;) {
        const url = /listens on (http:\/\/127\.0\.0\.1:\d+)[\s\S]*Ready/.exec(this.output)?.[1];
        if (url !== undefined) return url;
        await once(this.child.stdout as Readable, "data");
      }
    };
    return Promise.race([said(), ended]);
  }

  async interrupt(): Promise<number | null> {
    this.child.kill("SIGINT");
    return this.exited;
  }

  /** The request that the printed commands make. */
  async sampleRequest(): Promise<[string, RequestInit]> {
    const [, tokenUrl = "", user = ""] =
      /curl -s (\S+\/dev\/token)[\s\S]*?-d '([^']+)'/.exec(this.output) ?? [];
    const [, url = ""] = /curl -s (\S+\/grade)/.exec(this.output) ?? [];
    const [, body = ""] = /-d '(\{"(?:problemId|executionMode).*)'/.exec(this.output) ?? [];
    const { idToken } = await postJson(tokenUrl, JSON.parse(user));
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${idToken}` };
    return [url, { method: "POST", headers, body }];
  }
}

describe("npm run dev", () => {
  let folder: string;
  const started: ServerProcess[] = [];

  function start(...args: string[]): ServerProcess {
    // Where no Python is asked for, none is to be found.
    const noPython = { HOME: folder, PATH: folder, EXECUTOR_PYTHON: "/no/such/python" };
    const env = args.includes("--mock-executor") ? noPython : undefined;
    const server = new ServerProcess(args, env);
    started.push(server);
    return server;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dev-server-"));
  });

  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.interrupt()));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it("prints a request that grades a sample problem, and ends at Ctrl-C", async () => {
    const server = start("--port", "0");
    await server.url();
    const response = await fetch(...(await server.sampleRequest()));
    expect(await response.json()).toMatchObject({ status: "ACCEPTED", score: 100 });
    expect(await server.interrupt()).toBe(0);
  });

  it("names what runs the code in each language", async () => {
    const server = start("--port", "0");
    await server.url();
    const javaScript = process.platform === "linux" ? /\S+ \(Node [\d.]+\)/ : /Linux only/;
    const sentence = `^Code runs on \\S+ \\(Python 3\\.\\d+\\), JavaScript on ${javaScript.source}\\.$`;
    expect(server.output).toMatch(new RegExp(sentence, "m"));
  });

  it("needs no Python with --mock-executor, and says what that means", async () => {
    const server = start("--port", "0", "--mock-executor");
    const url = await server.url();
    expect(server.output).toContain("every case returns its own input");
    const { idToken } = await postJson(`${url}/dev/token`, { sub: "s", nickname: "n" });
    const body = { executionMode: "RUN_CUSTOM_TESTS", userCode: "x", customTestCases: [[1, "a"]] };
    const answer = await postJson(`${url}/grade`, body, { Authorization: `Bearer ${idToken}` });
    expect(answer.results[0].runCodeOutput).toMatchObject({ returnValue: [1, "a"] });
  });

  it("has submissions to look at from its first start on", async () => {
    const server = start("--port", "0", "--mock-executor");
    const url = await server.url();
    const [, request] = await server.sampleRequest();
    const asked = { ...request, method: "GET", body: null };
    const response = await fetch(`${url}/submissions?userId=student-1`, asked);
    const page = (await response.json()) as { count: number };
    expect(page.count).toBeGreaterThan(2);
  });

  it("keeps tables and tokens in --data across restarts, also after kill -9", async () => {
    const data = join(folder, "kept");
    const first = start("--port", "0", "--mock-executor", "--data", data);
    await first.url();
    const [, request] = await first.sampleRequest();
    const put = await fetch(`${await first.url()}/dev/problems/mine`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: '{"title":"Mine","finalTestCases":[{"input":1.0,"expected_output":1.0}]}',
    });
    expect(put.status).toBe(204);
    started.splice(0);
    first.child.kill("SIGKILL");
    await first.exited;

    const second = start("--port", "0", "--mock-executor", "--data", data);
    const url = await second.url();
    const problems = await (await fetch(`${url}/dev/problems`)).json();
    expect(problems).toContainEqual(expect.objectContaining({ problemId: "mine", title: "Mine" }));
    const body = '{"problemId":"mine","userCode":"x"}';
    const response = await fetch(`${url}/grade`, { ...request, body });
    expect(await response.json()).toMatchObject({ status: "ACCEPTED" });
  });

  it("refuses a second server on the same --data and leaves the first one unharmed", async () => {
    const data = join(folder, "shared");
    const first = start("--port", "0", "--mock-executor", "--data", data);
    const url = await first.url();
    const second = start("--port", "0", "--mock-executor", "--data", data);
    expect(await second.exited).toBe(1);
    expect(second.output).toContain("is in use by process");
    expect(second.output).not.toMatch(/ at .*\.ts/);
    expect((await fetch(`${url}/dev/problems`)).status).toBe(200);
  });

  it("says so when the port is taken", async () => {
    const first = start("--port", "0", "--mock-executor");
    const port = new URL(await first.url()).port;
    const second = start("--port", port, "--mock-executor");
    expect(await second.exited).toBe(1);
    expect(second.output).toMatch(new RegExp(`^Port ${port} is taken`));
  });

  it("says first where it is to be opened, and answers who opens it before it is ready", async () => {
    const server = start("--port", "0", "--mock-executor");
    await expect.poll(() => server.output, { timeout: 30_000 }).toContain("\n");
    const [first = ""] = server.output.split("\n");
    expect(first).toMatch(/^Edge Grader listens on http:\S+ \(open it in a browser/);
    const [, url] = /(http:\S+)/.exec(first) ?? [];
    expect((await fetch(`${url}/`)).status).toBe(200);
  });

  it("takes a Ctrl-C that npm passes on for one, and stops in order in mid-grading", async () => {
    const server = start("--port", "0");
    const [url, request] = await server.url().then(() => server.sampleRequest());
    const userCode = "import time\ndef solution(data):\n    time.sleep(8)";
    const body = JSON.stringify({ ...JSON.parse(String(request.body)), userCode });
    const graded = fetch(url, { ...request, body }).catch(() => undefined);
    const executor = ["-f", "-P", String(server.child.pid), "bootstrap.py"];
    await expect.poll(() => spawnSync("pgrep", executor).status, { timeout: 30_000 }).toBe(0);
    server.child.kill("SIGINT");
    while (!server.output.includes("Stopping")) await once(server.child.stdout as Readable, "data");
    server.child.kill("SIGINT");
    expect(await server.exited).toBe(0);
    await graded;
    expect(server.output).not.toContain("executor.");
  });

  it("says where options belong that npm has kept", async () => {
    const server = new ServerProcess(["9303"], { PATH: folder, npm_config_port: "true" });
    started.push(server);
    expect(await server.exited).toBe(1);
    expect(server.output).toContain("npm run dev -- --port 9000");
    expect(server.output).not.toContain("too many arguments");
  });

  it("explains its options with --help, and refuses a port that is none", async () => {
    const help = start("--help");
    expect(await help.exited).toBe(0);
    for (const option of ["--port", "--data", "--mock-executor", "EXECUTOR_PYTHON"]) {
      expect(help.output).toContain(option);
    }
    const wrong = start("--port", "70000");
    expect(await wrong.exited).toBe(1);
    expect(wrong.output).toContain("whole number from 0 to 65535");
  });
});

async function postJson(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a body is whatever the test says it is
  return (await response.json()) as any;
}

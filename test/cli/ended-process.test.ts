import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { listen } from "../../dev/http/listen.js";
import { OUTPUTS } from "../support/cli/examine-cloud.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function start(...args: readonly string[]) {
  return spawn(process.execPath, ["--import", "tsx", "cli/grader.ts", ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

it("ends with 3, and without a word, where nobody reads what it writes", async () => {
  const grader = start("--help");
  grader.stdout.destroy();
  const [err, [status]] = await Promise.all([text(grader.stderr), once(grader, "close")]);
  expect({ status, err }).toEqual({ status: 3, err: "" });
}, 60_000);

it("ends with 130 at SIGINT, though what it waits for never answers", async () => {
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  const silent = await listen(() => {
    isAsked();
    return new Promise<Response>(() => {});
  }, 0);
  const endpoints = { dynamodb: silent.url, lambda: silent.url };
  const server = await listen(() => Response.json({ ...OUTPUTS, endpoints }), 0);
  try {
    const grader = start("problem", "list", "--endpoint", server.url);
    const ended = Promise.all([text(grader.stdout), text(grader.stderr), once(grader, "close")]);
    await asked;
    grader.kill("SIGINT");
    const [out, err, [status]] = await ended;
    expect({ out, err, status }).toEqual({ out: "", err: "", status: 130 });
  } finally {
    await Promise.all([silent.close(), server.close()]);
  }
}, 60_000);

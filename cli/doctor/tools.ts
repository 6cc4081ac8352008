import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { PULUMI_WAYS } from "../target/run-pulumi.js";
import { type Finding, fails, holds } from "./finding.js";
import type { Circumstances } from "./known.js";
import { stage } from "./stage.js";

const run = promisify(execFile);

interface Tool {
  readonly name: string;
  readonly ways: readonly (readonly [string, ...string[]])[];
  /** The oldest major version that will do. */
  readonly least: number;
  readonly install: string;
}

const TOOLS: readonly Tool[] = [
  { name: "Node", ways: [["node", "--version"]], least: 20, install: "https://nodejs.org" },
  { name: "npm", ways: [["npm", "--version"]], least: 10, install: "npm install --global npm" },
  {
    name: "Pulumi",
    ways: PULUMI_WAYS.map((way) => [...way, "version"] as const),
    least: 3,
    install: "npm ci && npx pulumi version",
  },
  // By which Node is unpacked for JavaScript.
  { name: "tar", ways: [["tar", "--version"]], least: 1, install: "apt-get install tar" },
];

/** What `up` runs on the machine that deploys. */
export const tools = stage({
  name: "tools",
  needs: [],
  run: (known) => Promise.all(TOOLS.map((tool) => examine(tool, known))),
});

async function examine(
  { name, ways, least, install }: Tool,
  known: Circumstances,
): Promise<Finding> {
  for (const [command, ...args] of ways) {
    const version = await versionOf(command, args, known);
    if (version === undefined) continue;
    const sentence = version.toLowerCase().includes(name) ? version : `${name} ${version}`;
    return Number(/\d+/.exec(version)) >= least
      ? holds(`${sentence}.`)
      : fails(`${sentence} is too old: ${least} or later is needed.`, install);
  }
  return fails(`${name} was not found.`, install);
}

async function versionOf(
  command: string,
  args: readonly string[],
  { env, folder, signal }: Circumstances,
): Promise<string | undefined> {
  try {
    const { stdout } = await run(command, args, { env, cwd: folder, signal });
    return stdout.trim().split("\n", 1)[0];
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { defaultSettings } from "../../infra/support/project-settings.js";
import { REGION } from "../../infra/support/provider-answers.js";
import { localPython } from "../world.js";
import { type Diagnostic, type RegisteredResource, startEngine } from "./engine.js";
import { loadRuntime } from "./runtime.js";
import type { Properties } from "./wire.js";

// Loading the AWS package takes seconds, and many times that on a busy machine.
const PATIENCE_MS = 280_000;

/** How a program was run, and what came of it. */
export interface ProgramRun {
  readonly exitCode: number | null;
  readonly resources: readonly RegisteredResource[];
  readonly outputs: Properties | undefined;
  /** What Pulumi would show; its own chatter for debugging is left out. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the program printed past Pulumi. */
  readonly printed: string;
  /** What it left in its user's home. */
  readonly leftAtHome: readonly string[];
  /** The only resource of this name. */
  require(name: string): RegisteredResource;
}

export interface ProgramOptions {
  readonly isPreview?: boolean;
  /** The stack's own settings; all others are the project's defaults. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The Node.js that is first on the operator's path. */
  readonly node?: string;
  /** What else is in the operator's environment. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** What an operator has to say. */
export const TWO_ANSWERS = { "aws:region": REGION, allowedOrigins: "https://site.example" };

/**
 * Runs the program of `folder` as `pulumi up` does, under Pulumi's own host for Node.js. What the
 * host's other half passes is in `execRuntime` and `constructArguments` of
 * https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/cmd/pulumi-language-nodejs/main.go
 */
export async function runProgram(
  folder: string,
  {
    isPreview = false,
    settings = TWO_ANSWERS,
    node = process.execPath,
    variables = {},
  }: ProgramOptions = {},
): Promise<ProgramRun> {
  const { project, typescript, nodeArguments } = await loadRuntime(folder);
  const engine = await startEngine(isPreview);
  const home = await mkdtemp(join(tmpdir(), "operator-"));
  const host = [
    createRequire(`${folder}/`).resolve("@pulumi/pulumi/cmd/run"),
    ...["--monitor", engine.address, "--engine", engine.address],
    ...["--organization", "operators", "--project", project],
    ...["--root-directory", folder, "--stack", "test", "--pwd", folder],
    ...(isPreview ? ["--dry-run"] : []),
    ...["--parallel", "16", "."],
  ];
  try {
    const child = spawn(node, [...nodeArguments, ...host], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: home,
        EXECUTOR_PYTHON: localPython().path,
        ...variables,
        PULUMI_CONFIG: JSON.stringify(await configuration(project, settings)),
        PULUMI_CONFIG_SECRET_KEYS: "[]",
        ...(typescript && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
      },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: PATIENCE_MS,
      killSignal: "SIGKILL",
    });
    const [[exitCode], ...printed] = await Promise.all([
      once(child, "exit"),
      text(child.stdout),
      text(child.stderr),
    ]);
    const { resources, outputs } = engine;
    return {
      exitCode,
      resources,
      outputs,
      diagnostics: engine.diagnostics.filter(({ severity }) => severity !== "debug"),
      printed: printed.join(""),
      leftAtHome: await readdir(home),
      require: (name) => requireOnly(resources, name),
    };
  } finally {
    engine.close();
    await rm(home, { recursive: true });
  }
}

/** As the command line hands it over: defaults filled in, every key with its namespace. */
async function configuration(
  project: string,
  settings: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const all = Object.entries({ ...(await defaultSettings()), ...settings });
  const key = (name: string) => (name.includes(":") ? name : `${project}:${name}`);
  return Object.fromEntries(all.map(([name, value]) => [key(name), value]));
}

function requireOnly(resources: readonly RegisteredResource[], name: string): RegisteredResource {
  const [resource, ...others] = resources.filter((candidate) => candidate.name === name);
  if (resource === undefined || others.length > 0) {
    throw new Error(`There are ${resource === undefined ? "no" : "several"} resources ${name}`);
  }
  return resource;
}

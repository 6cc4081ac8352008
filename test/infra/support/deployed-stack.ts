import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterAll, vi } from "vitest";
import { configure, type Settings } from "./configure.js";
import { ROOT } from "./project-settings.js";
import type { Inputs, RegisteredResource } from "./recording-monitor.js";

/** All that the program asked for under one configuration. */
export interface DeployedStack {
  readonly resources: readonly RegisteredResource[];
  readonly outputs: Inputs;
  /** The outputs as anybody may read them. */
  readonly publicOutputs: Inputs;
  all(kind: string): RegisteredResource[];
  /** The only one of its kind, or of its kind and name. */
  the(kind: string, name?: string): RegisteredResource;
}

const deployed = new Map<string, Promise<DeployedStack>>();

/**
 * Runs the whole program, from nothing, with these settings and the defaults of `Pulumi.yaml`; in
 * each test file once for the same settings, and one at a time.
 */
export function deployStack(settings: Settings = {}): Promise<DeployedStack> {
  const key = JSON.stringify(settings);
  const known = deployed.get(key);
  if (known !== undefined) return known;
  const before = Promise.allSettled(deployed.values());
  const stack = before.then(() => runProgram(settings));
  deployed.set(key, stack);
  return stack;
}

async function runProgram(settings: Settings): Promise<DeployedStack> {
  await workInOwnFolder();
  const monitor = await configure(settings);
  await withShortTraces(async () => {
    vi.resetModules();
    await pulumi.runtime.runInPulumiStack(() => import("../../../infra/index.js"));
    await pulumi.runtime.disconnect();
  });
  const { registered: resources, outputs, publicOutputs } = monitor;
  const all = (kind: string) => resources.filter((resource) => resource.kind === kind);
  return {
    resources,
    outputs,
    publicOutputs,
    all,
    the(kind, name) {
      const found = all(kind).filter((resource) => name === undefined || resource.name === name);
      if (found.length === 1 && found[0]) return found[0];
      throw new Error(`There are ${found.length} of ${kind} ${name ?? ""}`);
    },
  };
}

/** Pulumi keeps a trace for every promise, and to write them takes longer than all the rest. */
async function withShortTraces(run: () => Promise<void>): Promise<void> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  try {
    await run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

// A run bundles the API, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const before = process.cwd();
let ownFolder: string | undefined;

/** The program reads and writes below the working directory: here, what it builds is the test's own. */
async function workInOwnFolder(): Promise<void> {
  if (ownFolder !== undefined) return;
  ownFolder = await mkdtemp(join(tmpdir(), "deployed-stack-"));
  for (const name of ["executor", "runner"]) await symlink(join(ROOT, name), join(ownFolder, name));
  process.chdir(ownFolder);
}

afterAll(async () => {
  if (ownFolder === undefined) return;
  process.chdir(before);
  await rm(ownFolder, { recursive: true });
});

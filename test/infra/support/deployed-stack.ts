import * as pulumi from "@pulumi/pulumi";
import { hasSite } from "../../../infra/identity/sign-in-settings.js";
import { createStack } from "../../../infra/stack.js";
import { loadStackConfig, runsJavaScript } from "../../../infra/stack-config.js";
import type { PackedSite } from "../../../pack/pack-site.js";
import { configure, type Settings } from "./configure.js";
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

/** Assets that are never read: nothing is uploaded under this engine. */
export const ARCHIVES = {
  api: { path: "dist/api.zip", sha256: "hash-of-api" },
  executor: { path: "dist/executor.zip", sha256: "hash-of-executor" },
};

export const JAVASCRIPT_ARCHIVES = {
  javascriptExecutor: { path: "dist/javascript-executor.zip", sha256: "hash-of-javascript" },
};

/** The page in as few files as show how each kind is served. */
export const SITE = {
  files: [
    {
      path: "index.html",
      file: "dist/site/index.html",
      contentType: "text/html; charset=utf-8",
      cacheControl: "no-cache",
    },
    {
      path: "page/page-ABCD1234.js",
      file: "dist/site/page/page-ABCD1234.js",
      contentType: "text/javascript; charset=utf-8",
      cacheControl: "public, max-age=31536000, immutable",
    },
  ],
  notFound: "<h1>There is no such page</h1>",
};

const deployed = new Map<string, Promise<DeployedStack>>();

/**
 * Creates the whole stack, from nothing, with these settings and the defaults of `Pulumi.yaml`; in
 * each test file once for the same settings, and one at a time.
 */
export function deployStack(
  settings: Settings = {},
  site: PackedSite = SITE,
): Promise<DeployedStack> {
  const key = JSON.stringify([settings, site.files]);
  const known = deployed.get(key);
  if (known !== undefined) return known;
  const before = Promise.allSettled(deployed.values());
  const stack = before.then(() => runProgram(settings, site));
  deployed.set(key, stack);
  return stack;
}

async function runProgram(settings: Settings, site: PackedSite): Promise<DeployedStack> {
  const monitor = await configure(settings);
  await withShortTraces(async () => {
    await pulumi.runtime.runInPulumiStack(() => {
      const config = loadStackConfig();
      const others = runsJavaScript(config) ? JAVASCRIPT_ARCHIVES : {};
      const page = hasSite(config) ? { site } : {};
      return createStack(config, { ...ARCHIVES, ...others, ...page });
    });
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

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where this run keeps its bundle of the API function. */
    apiBundleFolder: string;
  }
}

/** Vitest's global set-up: one folder a run for what `apiBundle` makes when it is first asked for. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "api-bundle-"));
  project.provide("apiBundleFolder", folder);
  return () => rm(folder, { recursive: true });
}

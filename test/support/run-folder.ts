import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where this run keeps what its workers share or may leave behind. */
    runFolder: string;
  }
}

/** Vitest's global set-up: one folder a run, which goes away with it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "test-run-"));
  project.provide("runFolder", folder);
  // What a browser that was killed a moment ago still writes is no reason to fail.
  return () => rm(folder, { recursive: true, maxRetries: 10 });
}

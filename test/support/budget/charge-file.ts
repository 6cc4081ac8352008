import { afterAll } from "vitest";
import { takeWorkerCpu } from "./worker-cpu.js";

declare module "vitest" {
  interface TaskMeta {
    /** Of a file: the CPU that its worker has used since the file before, with all its children. */
    cpuSeconds?: number | undefined;
  }
}

// Registered before those of the file, and so run after them.
// biome-ignore lint/correctness/noEmptyPattern: Vitest takes nothing else where no fixture is asked for.
afterAll(({}, file) => {
  file.meta.cpuSeconds = takeWorkerCpu();
});

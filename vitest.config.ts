import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { CpuBudget } from "./test/support/budget/cpu-budget.js";

const cores = availableParallelism();

const QUICK = ["test/*.test.ts", ...filesOf("adapters", "client", "domain", "http", "usecases")];
const WAITING = filesOf("big-problems", "dev", "faults", "hostile-http");
const TIMING = filesOf("attacks", "executor");

/** The suite by what a test spends its time on. The projects run in this order, each by itself. */
const projects = [
  { name: "quick", include: QUICK, isolate: false, maxWorkers: cores },
  // All the others: a file that nobody has thought of is not left out.
  {
    name: "built",
    include: ["test/**/*.test.ts"],
    exclude: [...QUICK, ...WAITING, ...TIMING],
    isolate: false,
    maxWorkers: cores,
  },
  // Who waits for a process or a deadline leaves the core to another.
  { name: "waiting", include: WAITING, isolate: false, maxWorkers: 2 * cores },
  // What a program took is held against its time limit: nothing else runs meanwhile.
  { name: "timing", include: TIMING, isolate: true, maxWorkers: cores },
];

function filesOf(...rooms: readonly string[]): string[] {
  return rooms.map((room) => `test/${room}/**/*.test.ts`);
}

export default defineConfig({
  test: {
    reporters: ["default", new CpuBudget()],
    globalSetup: "test/support/run-folder.ts",
    projects: projects.map((project, groupOrder) => ({
      test: {
        ...project,
        testTimeout: 60_000,
        hookTimeout: 60_000,
        // Vitest's own second is less than a busy machine may take.
        expect: { poll: { timeout: 10_000 } },
        setupFiles: "test/support/budget/charge-file.ts",
        sequence: { shuffle: { files: true, tests: true }, groupOrder },
      },
    })),
  },
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { sharesOfBudget } from "./cpu-budget.js";
import { cpuOfTree } from "./cpu-of-tree.js";

const FIGURES = { calibrationSeconds: 2, projects: { quick: 30, built: 100 } };

it("a project's share of its budget is the same on a machine of half the speed", () => {
  const here = new Map([
    ["quick", 30],
    ["built", 150],
  ]);
  const shares = new Map([
    ["quick", 1],
    ["built", 1.5],
  ]);
  expect(sharesOfBudget(here, 2, FIGURES)).toEqual(shares);
  const there = new Map([...here].map(([name, seconds]) => [name, 2 * seconds]));
  expect(sharesOfBudget(there, 4, FIGURES)).toEqual(shares);
});

it("a project that nobody has given a figure is over its budget", () => {
  expect(sharesOfBudget(new Map([["new", 1]]), 2, FIGURES).get("new")).toBe(
    Number.POSITIVE_INFINITY,
  );
});

/** A process whose child works for some time, says so, and lives until its input ends. */
const PARENT_OF_BUSY = `
const { spawn } = require("node:child_process");
const busy = "let n = 0; while (n < 3e8) n += 1; console.log(); process.stdin.resume()";
spawn(process.execPath, ["-e", busy], { stdio: "inherit" }).on("exit", () => process.exit());
`;

it.runIf(process.platform === "linux")(
  "the CPU of a grandchild counts while it runs, and after its end",
  async () => {
    const before = cpuOfTree(process.pid) ?? 0;
    const child = spawn(process.execPath, ["-e", PARENT_OF_BUSY], { stdio: "pipe" });
    const exited = once(child, "exit");
    await once(child.stdout, "data");
    expect(cpuOfTree(child.pid ?? 0)).toBeGreaterThan(0.05);
    child.stdin.end();
    await exited;
    expect((cpuOfTree(process.pid) ?? 0) - before).toBeGreaterThan(0.05);
  },
);

import { readFileSync } from "node:fs";
import type {
  Reporter,
  TestModule,
  TestRunEndReason,
  TestSpecification,
  Vitest,
} from "vitest/node";
import { calibrate } from "./calibrate.js";

/** A project may use so much more than its figure before it fails the run. */
const MOST = 1.25;
const FIGURES = new URL("budget.json", import.meta.url);

interface Figures {
  /** What `calibrate` gave on the machine on which the others were taken. */
  readonly calibrationSeconds: number;
  /** Seconds of CPU of each project, on that machine. */
  readonly projects: Readonly<Record<string, number>>;
}

/**
 * Prints the seconds of CPU that each project of the suite has used: its workers with all that they
 * started, without the work of Vitest's own process. A whole run that went well says where a project
 * has grown by a quarter, counted on the machine of `budget.json`; with `ENFORCE_CPU_BUDGET=1` it fails
 * for it. CI sets that: what a fork costs beside a computation differs too much between machines to fail
 * anybody else's run.
 */
export class CpuBudget implements Reporter {
  #vitest: Vitest | undefined;
  #isWhole = false;
  #calibrationBefore = 0;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunStart(specifications: readonly TestSpecification[]): Promise<void> {
    this.#isWhole = await this.#isEverything(specifications);
    if (this.#isWhole) this.#calibrationBefore = calibrate();
  }

  onTestRunEnd(modules: readonly TestModule[], _errors: unknown, reason: TestRunEndReason): void {
    const used = cpuByProject(modules);
    const lines = [...used].map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`);
    if (lines.length > 0) this.#print(`CPU: ${lines.join(", ")}`);
    if (this.#isWhole && reason === "passed") this.#compare(used);
  }

  /** Whether no file and no test is left out by a filter. */
  async #isEverything(specifications: readonly TestSpecification[]): Promise<boolean> {
    const vitest = this.#vitest;
    if (vitest === undefined || vitest.config.testNamePattern !== undefined) return false;
    const names = vitest.projects.map(({ name }) => name);
    if (!Object.keys(readFigures().projects).every((name) => names.includes(name))) return false;
    return specifications.length === (await vitest.globTestSpecifications()).length;
  }

  #compare(used: ReadonlyMap<string, number>): void {
    const calibration = (this.#calibrationBefore + calibrate()) / 2;
    const shares = sharesOfBudget(used, calibration, readFigures());
    const lines = [...shares].map(([name, share]) => `${name} ${Math.round(100 * share)} %`);
    this.#print(`Of its budget, at ${calibration.toFixed(3)} s a calibration: ${lines.join(", ")}`);
    const over = [...shares].filter(([, share]) => share > MOST).map(([name]) => name);
    if (over.length === 0) return;
    this.#print(`Over budget: ${over.join(", ")}. What a project may cost: ${FIGURES.pathname}`);
    if (process.env.ENFORCE_CPU_BUDGET === "1") process.exitCode = 1;
  }

  #print(text: string): void {
    this.#vitest?.logger.log(`\n${text}`);
  }
}

/**
 * What each project has used of its figure, 1 being all of it, as if it had run on the machine of the
 * figures; a project without a figure is infinitely above it.
 */
export function sharesOfBudget(
  used: ReadonlyMap<string, number>,
  calibration: number,
  { calibrationSeconds, projects }: Figures,
): Map<string, number> {
  const shares = [...used].map(([name, seconds]) => {
    const comparable = (seconds * calibrationSeconds) / calibration;
    return [name, comparable / (projects[name] ?? 0)] as const;
  });
  return new Map(shares);
}

function readFigures(): Figures {
  return JSON.parse(readFileSync(FIGURES, "utf8"));
}

function cpuByProject(modules: readonly TestModule[]): Map<string, number> {
  const used = new Map<string, number>();
  for (const module of modules) {
    const { cpuSeconds } = module.meta();
    const { name } = module.project;
    if (cpuSeconds !== undefined) used.set(name, (used.get(name) ?? 0) + cpuSeconds);
  }
  return used;
}

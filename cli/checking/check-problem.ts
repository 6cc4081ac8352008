import { readProblemItem } from "../../api/adapters/problem-item.js";
import { caseDiscloser } from "../../api/domain/disclosure.js";
import type { Problem } from "../../api/domain/problem.js";
import { findSlips } from "../authoring/find-slips.js";
import type { ProblemFolder } from "../authoring/problem-folder.js";
import type { Solution } from "../authoring/read-solutions.js";
import { countOf } from "../count.js";
import type { LocalJudge } from "../local-judge.js";
import { within } from "../within.js";
import { findCaseFaults } from "./find-case-faults.js";
import { findGeneratorFaults } from "./find-generator-faults.js";
import { reportSolution, type SolutionReport } from "./solution-report.js";
import { MAX_ITEM_BYTES, type StoredSize, storedSize } from "./stored-size.js";

/** What is to be said of a problem before anybody solves it. */
export interface ProblemReport {
  readonly problemId: string;
  readonly testSetHash: string | null;
  readonly caseCount: number;
  readonly timeLimitSeconds: number;
  readonly size: StoredSize;
  readonly solutions: readonly SolutionReport[];
  /** What has to be mended: a sentence each. */
  readonly faults: readonly string[];
  /** What may be meant so. */
  readonly notes: readonly string[];
}

/** How many times its limit the slowest accepted solution must be below. */
const MARGIN = 3;
/** A solution that takes longer than this has a problem with too many slow cases. */
const SOLUTION_MS = 15 * 60_000;

/**
 * Runs every solution against every case, as a submission would be.
 *
 * @param onStep told what is run, and how far that is
 */
export async function checkProblem(
  folder: ProblemFolder,
  judge: LocalJudge,
  signal: AbortSignal,
  onStep: (step: string) => void,
): Promise<ProblemReport> {
  const { problemId, item, solutions } = folder;
  const problem = await readProblemItem(problemId, item);
  if (folder.generator !== undefined) onStep("running generate.py");
  const generatorFaults =
    problem.fault === null ? await findGeneratorFaults(folder, judge, signal) : [];
  const size = storedSize(item);
  const reports: SolutionReport[] = [];
  const allowed = solutions.filter(({ language }) => problem.languages.includes(language));
  const runnable = allowed.filter(({ language }) => judge.languages.includes(language));
  for (const [at, solution] of problem.fault === null ? runnable.entries() : []) {
    const onCase = (endedCount: number) =>
      onStep(
        `solution ${at + 1} of ${runnable.length}, ${endedCount} of ${countOf(problem.testCases.length, "case")}: ${solution.name}`,
      );
    onCase(0);
    reports.push(await runSolution(problem, solution, judge, signal, onCase));
  }
  const isSkipped = runnable.length < allowed.length;
  return {
    problemId,
    testSetHash: problem.testSetHash,
    caseCount: problem.testCases.length,
    timeLimitSeconds: problem.timeLimitMs / 1000,
    size,
    solutions: reports,
    faults: [
      ...settingFaults(problem, size),
      ...generatorFaults,
      ...solutionFaults(problem, reports),
    ],
    notes: [
      ...(await findSlips(item, problem)),
      ...findCaseFaults(problem.testCases, reports),
      ...solutions
        .filter((one) => problem.fault === null && !allowed.includes(one))
        .map(({ name }) => `${name} is in none of the problem's languages, and was not tried.`),
      ...(isSkipped ? ["JavaScript runs on Linux only: its solutions were not tried."] : []),
    ],
  };
}

async function runSolution(
  problem: Problem,
  solution: Solution,
  judge: LocalJudge,
  signal: AbortSignal,
  onCase: (endedCount: number) => void,
): Promise<SolutionReport> {
  const checkerFaults: string[] = [];
  const grading = await judge.grade(
    {
      problem: withEvidence(problem),
      userCode: solution.code,
      language: solution.language,
      deadline: within(SOLUTION_MS, signal),
      log: (event, { fault }) => {
        if (event === "checker.failed") checkerFaults.push(`the checker fails: ${fault}`);
      },
    },
    onCase,
  );
  signal.throwIfAborted();
  const results = grading.results.map(caseDiscloser(problem.testSetHash, problem, true));
  return reportSolution(solution, { ...grading, results }, checkerFaults);
}

/** Of cases that are open to students nobody keeps what was returned; an author has to see it. */
function withEvidence(problem: Problem): Problem {
  const testCases = problem.testCases.map((one) => ({ ...one, visibility: "sample" as const }));
  return { ...problem, testCases };
}

function settingFaults({ fault }: Problem, { bytes }: StoredSize): string[] {
  const kb = Math.ceil(bytes / 1024);
  return [
    ...(fault === null ? [] : [fault]),
    ...(bytes > MAX_ITEM_BYTES ? [`It takes ${kb} KB; an item of the table holds 400 KB.`] : []),
  ];
}

function solutionFaults(problem: Problem, reports: readonly SolutionReport[]): string[] {
  if (problem.fault !== null) return [];
  const accepted = reports.filter(({ kind }) => kind === "accepted");
  if (accepted.length === 0) {
    return ["No accepted solution shows that it can be solved: solutions/accepted/ has none."];
  }
  return [
    ...reports.flatMap(({ name, fault }) => (fault === undefined ? [] : [`${name} ${fault}.`])),
    ...accepted.flatMap((report) => tooSlow(problem, report)),
  ];
}

function tooSlow({ timeLimitMs }: Problem, { name, slowest, fault }: SolutionReport): string[] {
  const { cpuTime, caseNumber } = slowest;
  if (fault !== undefined || MARGIN * cpuTime * 1000 <= timeLimitMs) return [];
  const limit = timeLimitMs / 1000;
  return [
    `timeLimitSeconds ${limit} is less than ${MARGIN} times what ${name} takes for case ${caseNumber} (${cpuTime} s): others would fail by chance.`,
  ];
}

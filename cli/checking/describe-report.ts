import { countOf } from "../count.js";
import type { ProblemReport } from "./check-problem.js";
import type { SolutionReport } from "./solution-report.js";

/** A problem's report for a person. */
export function describeReport(report: ProblemReport): string {
  const { problemId, caseCount, timeLimitSeconds, size, solutions, faults, notes } = report;
  const { bytes, readUnits, isPacked } = size;
  const facts = [
    countOf(caseCount, "case"),
    `limit ${timeLimitSeconds} s`,
    `${Math.ceil(bytes / 1024)} KB${isPacked ? " with gzip" : ""}`,
    `${readUnits} RCU a grading`,
  ];
  const width = Math.max(0, ...solutions.map(({ name }) => name.length));
  return [
    `${problemId}: ${facts.join(", ")}`,
    ...solutions.map((one) => `  ${describeSolution(one, width)}`),
    ...notes.map((note) => `  note: ${note}`),
    ...faults.map((fault) => `  FAULT: ${fault}`),
    "",
  ].join("\n");
}

function describeSolution(
  { name, status, passedCaseCount, totalCaseCount, slowest, fault }: SolutionReport,
  width: number,
): string {
  const mark = fault === undefined ? "ok   " : "FAULT";
  const passed = `${passedCaseCount}/${totalCaseCount}`;
  const time = `at most ${slowest.cpuTime.toFixed(3)} s (case ${slowest.caseNumber})`;
  return `${mark}  ${name.padEnd(width)}  ${status.padEnd(19)}  ${passed.padStart(9)}  ${time}`;
}

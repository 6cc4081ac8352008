import type { Finding } from "./finding.js";
import type { StageReport } from "./run-stages.js";

const MARKS: Readonly<Record<Finding["kind"], string>> = {
  holds: "ok  ",
  fails: "FAIL",
  warns: "warn",
  skipped: "skip",
};

/** A line for each finding, and one for what mends it. */
export function writeReport({ stage, findings }: StageReport): string {
  return findings
    .map(({ kind, sentence, command }) => {
      const line = `${MARKS[kind]}  ${stage.padEnd(NAME_WIDTH)}  ${sentence}\n`;
      return command === undefined ? line : `${line}${" ".repeat(NAME_WIDTH + 8)}$ ${command}\n`;
    })
    .join("");
}

const NAME_WIDTH = 16;

/** The last line: how many of each kind. */
export function writeSummary(reports: readonly StageReport[]): string {
  const counted = (kind: Finding["kind"]) =>
    reports.flatMap(({ findings }) => findings).filter((finding) => finding.kind === kind).length;
  return `${counted("holds")} hold, ${counted("fails")} fail, ${counted("warns")} to look at, ${counted("skipped")} skipped.`;
}

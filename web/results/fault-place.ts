import { readStderr } from "./read-stderr.js";
import { isFailed, type ShownCase } from "./shown-case.js";

/** A line of the code at which something went wrong. */
const PYTHON_LINE = /File "solution\.py", line (\d+)/g;
const JAVASCRIPT_LINE = /^solution\.js:(\d+)/m;

/** The line of the code at which a case failed, where that is told. */
export function faultLineOf(one: ShownCase): number | undefined {
  if (!isFailed(one)) return undefined;
  const [, told] = /\bline (\d+)\)$/.exec(one.error ?? "") ?? [];
  const { traceback } = readStderr(one.stderr);
  // Python tells the line that failed last, Node first.
  const [, traced] =
    [...traceback.matchAll(PYTHON_LINE)].at(-1) ?? JAVASCRIPT_LINE.exec(traceback) ?? [];
  const digits = told ?? traced;
  return digits === undefined ? undefined : Number(digits);
}

/** Of cases that all failed since the code could not be read, the one that tells most about it. */
export function compileFault(cases: readonly ShownCase[]): ShownCase | undefined {
  const isCompileError = ({ reason }: ShownCase) => reason === "COMPILE_ERROR";
  if (!cases.every((one) => isCompileError(one) || one.reason === "NOT_RUN")) return undefined;
  const failed = cases.filter(isCompileError);
  return failed.find(({ stderr }) => stderr !== "") ?? failed[0];
}

import { readStderr } from "./read-stderr.js";
import { isFailed, type ShownCase } from "./shown-case.js";

/** A line of the code at which something went wrong. */
const USER_LINE = /File "solution\.py", line (\d+)/g;

/** The line of the code at which a case failed, where that is told. */
export function faultLineOf(one: ShownCase): number | undefined {
  if (!isFailed(one)) return undefined;
  const [, told] = /\bline (\d+)\)$/.exec(one.error ?? "") ?? [];
  const [, traced] = [...readStderr(one.stderr).traceback.matchAll(USER_LINE)].at(-1) ?? [];
  const digits = told ?? traced;
  return digits === undefined ? undefined : Number(digits);
}

/** Of cases that all failed since the code is no Python, the one that tells most about it. */
export function compileFault(cases: readonly ShownCase[]): ShownCase | undefined {
  const isCompileError = ({ reason }: ShownCase) => reason === "COMPILE_ERROR";
  if (!cases.every((one) => isCompileError(one) || one.reason === "NOT_RUN")) return undefined;
  const failed = cases.filter(isCompileError);
  return failed.find(({ stderr }) => stderr !== "") ?? failed[0];
}

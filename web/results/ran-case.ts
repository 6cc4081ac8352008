import { difference } from "../../api/domain/difference.js";
import type { Execution } from "../../api/domain/execution.js";
import { faultLine } from "../../api/domain/fault-line.js";
import { type JsonText, parseExactJson } from "../../api/domain/json.js";
import type { Judge } from "../../api/domain/judge.js";
import { judgeCase } from "../../api/domain/verdict.js";
import type { ExactRunCodeOutput } from "../../client/create-grader-client.js";
import type { Example } from "../service/find-examples.js";
import type { PageProblem } from "../service/page-problem.js";
import type { ShownCase, ShownStatus, ShownValues } from "./shown-case.js";

/** A case of a run, judged as the service judges where it is known what should come out. */
export function ranCase(
  number: number,
  output: ExactRunCodeOutput,
  example: Example,
  problem: PageProblem,
): ShownCase {
  const status = statusOf(output, example.expected, problem.judge);
  return {
    number,
    status,
    reason: output.runCodeLambdaError ? "EXECUTOR_ERROR" : (output.reason ?? undefined),
    executionMs: output.executionTimeMs,
    cpuMs: output.cpuTimeMs,
    peakMemoryKb: output.peakMemoryKb,
    stdout: output.stdout,
    stderr: output.stderr,
    error: output.isSuccessful ? undefined : faultLine(output.stderr),
    isCut: output.stdoutTruncated || output.stderrTruncated,
    isHidden: false,
    values: valuesOf(output, example, problem, status),
    message: output.runCodeLambdaError ? output.errorMessage : (output.error ?? undefined),
  };
}

function statusOf(
  output: ExactRunCodeOutput,
  expected: JsonText | undefined,
  judge: Judge,
): ShownStatus {
  if (output.runCodeLambdaError) return "INTERNAL_ERROR";
  // What a checker would say only the service knows.
  const isComparable = expected !== undefined && judge.type !== "checker";
  if (output.isSuccessful && !isComparable) return "RETURNED";
  const execution = { ...output, returnValue: output.returnValue as JsonText } as Execution;
  return judgeCase(1, { kind: "executed", execution }, judge, parseExactJson(expected ?? "null"))
    .status;
}

function valuesOf(
  output: ExactRunCodeOutput,
  { input, expected }: Example,
  { judge, calling }: PageProblem,
  status: ShownStatus,
): ShownValues {
  const returned = output.isSuccessful ? (output.returnValue as JsonText) : undefined;
  const isProgram = calling.io === "stdio";
  const shown = (json: JsonText) => (isProgram ? (JSON.parse(json) as string) : json);
  return {
    notation: isProgram ? "text" : "json",
    input: shown(input),
    expected: expected && shown(expected),
    returned: returned && shown(returned),
    difference:
      status === "WRONG_ANSWER" && returned !== undefined && expected !== undefined
        ? difference(judge, parseExactJson(returned), parseExactJson(expected))
        : undefined,
  };
}

import { VisibleError } from "../../domain/errors.js";
import { type Execution, NEUTRAL_EXECUTION } from "../../domain/execution.js";
import { arrayText, type JsonText, objectText, toJsonText } from "../../domain/json.js";
import { firstBytes, utf8Length } from "../../domain/text.js";
import type { CustomOutcome, CustomRun } from "../../usecases/run-custom-tests.js";
import type { AnswerForm } from "./answer-form.js";
import { fitsResponse, MAX_ANSWER_BYTES } from "./answerable.js";
import type { CaseEvent } from "./work.js";

/** What a stream is cut to when the whole answer would be too large. */
const CUT_STREAM_BYTES = 4096;

/** A run of custom tests, as it is told; all cases of one run by the same form. */
export function customTestsForm(): AnswerForm<CustomCaseEvent, readonly CustomRun[]> {
  let toldBytes = 0;
  return {
    answerText: customTestsText,
    caseText({ index, run }, mostBytes) {
      const whole = runText(run, index);
      const text = utf8Length(whole) <= mostBytes ? whole : runText(cutOutputs(run), index);
      toldBytes += utf8Length(text);
      // Beyond that so many had to be cut that the whole cannot be sent even so.
      return toldBytes <= 2 * MAX_ANSWER_BYTES ? text : undefined;
    },
    lastEvent: "ran",
  };
}

interface CustomCaseEvent extends CaseEvent {
  readonly index: number;
  readonly run: CustomRun;
}

/**
 * The answer to `RUN_CUSTOM_TESTS` as text: inputs and return values keep the digits they were
 * written with.
 *
 * @throws VisibleError ResponseTooLarge
 */
function customTestsText(runs: readonly CustomRun[]): JsonText {
  const whole = responseText(runs);
  if (fitsResponse(whole)) return whole;
  const cut = responseText(runs.map(cutOutputs));
  if (fitsResponse(cut)) return cut;
  throw new VisibleError("ResponseTooLarge", "The results are too large; run fewer cases at once.");
}

function responseText(runs: readonly CustomRun[]): JsonText {
  return objectText({
    executionMode: toJsonText("RUN_CUSTOM_TESTS_RESULTS"),
    results: arrayText(runs.map(runText)),
  });
}

function runText({ input, outcome }: CustomRun, index: number): JsonText {
  return objectText({
    caseIdentifier: toJsonText(`Custom Case ${index + 1}`),
    input,
    runCodeOutput: outputText(outcome),
  });
}

function outputText(outcome: CustomOutcome): JsonText {
  switch (outcome.kind) {
    case "executed":
      return executionText(outcome.execution);
    case "unsuitable":
      return unsuitableText(outcome.fault);
    case "failed":
      return failureText("EXECUTOR_ERROR", outcome.failure.errorType, EXECUTOR_FAILED);
    case "notRun":
    case "deadline":
      return failureText("DEADLINE", "Deadline", DEADLINE_CAME);
  }
}

const EXECUTOR_FAILED = "The executor failed while running this case; please try again.";
const DEADLINE_CAME = "There was no time left to run this case; run fewer cases at once.";

function executionText({ returnValue, ...fields }: Execution): JsonText {
  return objectText({
    ...textMembers(fields),
    returnValue,
    runCodeLambdaError: toJsonText(false),
  });
}

/** The neutral output of an input that the code cannot be called with. */
function unsuitableText(fault: string): JsonText {
  const { returnValue, ...fields } = NEUTRAL_EXECUTION;
  const error = `The input ${fault}.`;
  const members = { ...fields, exitCode: -1, error, isSuccessful: false };
  return objectText({
    ...textMembers(members),
    returnValue,
    runCodeLambdaError: toJsonText(false),
  });
}

/** The neutral output of a case that the executor could not run; what failed stays in the log. */
function failureText(reason: string, errorType: string, errorMessage: string): JsonText {
  const { returnValue, ...fields } = NEUTRAL_EXECUTION;
  const failure = { exitCode: -1, isSuccessful: false, reason };
  const members = { ...fields, ...failure, runCodeLambdaError: true, errorMessage, errorType };
  return objectText({ ...textMembers({ ...members, trace: [] }), returnValue });
}

function textMembers(fields: Readonly<Record<string, unknown>>): Record<string, JsonText> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, toJsonText(value)]),
  );
}

function cutOutputs(run: CustomRun): CustomRun {
  const { input, outcome } = run;
  if (outcome.kind !== "executed") return run;
  const { execution } = outcome;
  const stdout = firstBytes(execution.stdout, CUT_STREAM_BYTES);
  const stderr = firstBytes(execution.stderr, CUT_STREAM_BYTES);
  const stdoutTruncated = execution.stdoutTruncated || stdout !== execution.stdout;
  const stderrTruncated = execution.stderrTruncated || stderr !== execution.stderr;
  const cut = { ...execution, stdout, stderr, stdoutTruncated, stderrTruncated };
  return { input, outcome: { kind: "executed", execution: cut } };
}

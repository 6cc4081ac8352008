import { InvokeCommand, type LambdaClient, TooManyRequestsException } from "@aws-sdk/client-lambda";
import { VisibleError } from "../domain/errors.js";
import { type ExecutorFailure, parseExecution } from "../domain/execution.js";
import {
  arrayText,
  elementTexts,
  type JsonText,
  memberTexts,
  objectText,
  toJsonText,
} from "../domain/json.js";
import type { Executor, ExecutorAnswer, ExecutorJob, ExecutorOutcome } from "../ports.js";

export interface LambdaExecutorSettings {
  readonly functionName: string;
  /** Whether the function has tenant isolation; AWS refuses a tenant id on one without it. */
  readonly tenantIsolation: boolean;
}

/**
 * The executor as a Lambda function. The client must retry nothing but throttling: running a
 * user's code again is neither free nor safe.
 */
export function lambdaExecutor(
  client: LambdaClient,
  { functionName, tenantIsolation }: LambdaExecutorSettings,
): Executor {
  return {
    async run(job, signal) {
      const command = new InvokeCommand({
        FunctionName: functionName,
        Payload: new TextEncoder().encode(toPayload(job)),
        ...(tenantIsolation ? { TenantId: job.tenantId } : {}),
      });
      try {
        const { FunctionError, Payload } = await client.send(command, { abortSignal: signal });
        const text = new TextDecoder("utf-8", { fatal: true }).decode(Payload);
        return FunctionError === undefined ? readAnswer(text, job.inputs.length) : died(text);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (error instanceof TooManyRequestsException) {
          const sentence = "All executors are busy; please try again in a few seconds.";
          throw new VisibleError("ExecutorBusy", sentence, { cause: error });
        }
        return { kind: "died", failure: toFailure(error) };
      }
    },
  };
}

function toPayload(job: ExecutorJob): JsonText {
  return objectText({
    code_to_execute: toJsonText(job.code),
    inputs: arrayText(job.inputs),
    timeout_ms: toJsonText(job.timeLimitMs),
    language: toJsonText(job.language),
  });
}

/** An answer that is not of the contract counts as a death; one bad result is its case's alone. */
function readAnswer(text: string, inputCount: number): ExecutorAnswer {
  const results = isObject(JSON.parse(text)) ? memberTexts(text).get("results") : undefined;
  if (results === undefined || !Array.isArray(JSON.parse(results))) {
    return { kind: "died", failure: nonsense(text) };
  }
  const outcomes = elementTexts(results).map(readOutcome);
  if (outcomes.length === 0 || outcomes.length > inputCount) {
    return { kind: "died", failure: nonsense(text) };
  }
  return { kind: "answered", outcomes };
}

function readOutcome(text: JsonText): ExecutorOutcome {
  const execution = parseExecution(text);
  if (execution === undefined) return { kind: "failed", failure: nonsense(text) };
  if (execution.error === null) return { kind: "executed", execution };
  const failure = { errorType: "Executor.Error", errorMessage: execution.error, stackTrace: [] };
  return { kind: "failed", failure };
}

/** A function error as the runtime reports it: `{errorType, errorMessage, stackTrace}`. */
function died(text: string): ExecutorAnswer {
  const report: unknown = JSON.parse(text);
  const { errorType, errorMessage, stackTrace } = (isObject(report) ? report : {}) as Record<
    string,
    unknown
  >;
  const failure = {
    errorType: typeof errorType === "string" ? errorType : "Unknown",
    errorMessage: typeof errorMessage === "string" ? errorMessage : "",
    stackTrace: Array.isArray(stackTrace) ? stackTrace.map(String) : [],
  };
  return { kind: "died", failure };
}

function toFailure(error: unknown): ExecutorFailure {
  if (!(error instanceof Error)) throw error;
  return { errorType: error.name, errorMessage: error.message, stackTrace: [] };
}

function nonsense(text: string): ExecutorFailure {
  const errorMessage = `The executor's answer is not of its contract: ${text.slice(0, 200)}`;
  return { errorType: "Executor.Nonsense", errorMessage, stackTrace: [] };
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

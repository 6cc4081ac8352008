import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { isThrottlingError } from "@smithy/core/retry";
import pRetry from "p-retry";
import { type Calling, DEFAULT_CALLING } from "../domain/entry.js";
import { VisibleError } from "../domain/errors.js";
import { type ExecutorFailure, type ExecutorOutcome, parseExecution } from "../domain/execution.js";
import {
  arrayText,
  elementTexts,
  isObject,
  type JsonText,
  memberTexts,
  objectText,
  toJsonText,
} from "../domain/json.js";
import { DEFAULT_LANGUAGE, type Language } from "../domain/language.js";
import type { Executor, ExecutorAnswer, ExecutorJob } from "../ports.js";
import { brokeUnanswered } from "./broken-connection.js";

export interface LambdaExecutorSettings {
  /** The function that runs each of the languages that there are. */
  readonly functionNames: Readonly<Partial<Record<Language, string | undefined>>>;
  /** Whether the functions have tenant isolation; AWS refuses a tenant id on those without it. */
  readonly tenantIsolation: boolean;
}

/** Waits of about 0.1, 0.2 and 0.4 s, spread so that many callers do not come back at once. */
const BACK_OFF = { retries: 3, minTimeout: 100, factor: 2, randomize: true };

/**
 * The executor as Lambda functions, one a language. Throttling is retried, and a connection that broke before any
 * byte of an answer is tried once more; nothing else is, for running a user's code again is not free.
 */
export function lambdaExecutor(
  client: LambdaClient,
  { functionNames, tenantIsolation }: LambdaExecutorSettings,
): Executor {
  const invocation = (tenantId: string, language: Language, payload: JsonText) => {
    const functionName = functionNames[language];
    if (functionName === undefined) throw new Error(`There is no function that runs ${language}.`);
    return new InvokeCommand({
      FunctionName: functionName,
      Payload: new TextEncoder().encode(payload),
      ...(tenantIsolation ? { TenantId: tenantId } : {}),
    });
  };
  return {
    async run(job, signal) {
      const command = invocation(job.tenantId, job.language, toPayload(job));
      let answer: { text: string; isError: boolean };
      try {
        const send = onceMoreWhereBroken(() => client.send(command, { abortSignal: signal }));
        const { FunctionError, Payload } = await pRetry(send, {
          ...BACK_OFF,
          signal,
          shouldRetry: ({ error }) => isThrottled(error),
        });
        // Strict: a decoder that mends what it reads would change a return value.
        const text = new TextDecoder("utf-8", { fatal: true }).decode(Payload);
        answer = { text, isError: FunctionError !== undefined };
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (isThrottled(error)) {
          const sentence = "All executors are busy; please try again in a few seconds.";
          throw new VisibleError("ExecutorBusy", sentence, { cause: error });
        }
        return { kind: "died", failure: toFailure(error) };
      }
      return answer.isError ? died(answer.text) : readAnswer(answer.text, job.inputs.length);
    },
    async warmUp(tenantId, language, signal) {
      const command = invocation(tenantId, language, warmUpPayload(language));
      await onceMoreWhereBroken(() => client.send(command, { abortSignal: signal }))();
    },
  };
}

/**
 * Lambda freezes the API function between two requests, and its kept-alive connections may be dead when
 * it goes on. Sends once more, once, where that may be all that happened.
 */
function onceMoreWhereBroken<Answer>(send: () => Promise<Answer>): () => Promise<Answer> {
  let isRepeated = false;
  return async () => {
    try {
      return await send();
    } catch (error) {
      if (isRepeated || !brokeUnanswered(error)) throw error;
      isRepeated = true;
      return send();
    }
  };
}

type SdkError = Parameters<typeof isThrottlingError>[0];

/** By the SDK's own list of names and statuses; a gateway's page is no LambdaServiceException. */
function isThrottled(error: unknown): boolean {
  return error instanceof Error && isThrottlingError(error as SdkError);
}

function toPayload(job: ExecutorJob): JsonText {
  return objectText({
    code_to_execute: toJsonText(job.code),
    inputs: arrayText(job.inputs),
    timeout_ms: toJsonText(job.timeLimitMs),
    language: toJsonText(job.language),
    budget_ms: toJsonText(job.budgetMs),
    ...callingMembers(job.calling),
  });
}

/** The usual language goes without saying. */
function warmUpPayload(language: Language): JsonText {
  return objectText({
    warm_up: toJsonText(true),
    ...(language !== DEFAULT_LANGUAGE && { language: toJsonText(language) }),
  });
}

/** What is not as usual; the payload of an ordinary function stays as it always was. */
function callingMembers(calling: Calling = DEFAULT_CALLING): Record<string, JsonText> {
  const { entryFunction, argumentStyle, io } = calling;
  return {
    ...(entryFunction !== DEFAULT_CALLING.entryFunction && {
      entry_function: toJsonText(entryFunction),
    }),
    ...(argumentStyle !== DEFAULT_CALLING.argumentStyle && {
      argument_style: toJsonText(argumentStyle),
    }),
    ...(io !== DEFAULT_CALLING.io && { io: toJsonText(io) }),
  };
}

/** An answer that is not of the contract counts as a death; one bad result is its case's alone. */
function readAnswer(text: string, inputCount: number): ExecutorAnswer {
  const answer = parseJson(text);
  const results = isObject(answer) ? answer.results : undefined;
  if (!Array.isArray(results) || results.length === 0 || results.length > inputCount) {
    return { kind: "died", failure: malformedAnswer(text) };
  }
  const texts = elementTexts(memberTexts(text).get("results") ?? "[]");
  const outcomes = texts.map((resultText, index) => readOutcome(results[index], resultText));
  return { kind: "answered", outcomes };
}

function readOutcome(result: unknown, text: JsonText): ExecutorOutcome {
  if (!isObject(result)) return { kind: "failed", failure: malformedAnswer(text) };
  if (typeof result.error === "string") {
    const failure = { errorType: "Executor.Error", errorMessage: result.error, stackTrace: [] };
    return { kind: "failed", failure };
  }
  const execution = parseExecution(result, text);
  return execution === undefined
    ? { kind: "failed", failure: malformedAnswer(text) }
    : { kind: "executed", execution };
}

/** A function error as the runtime reports it: `{errorType, errorMessage, stackTrace}`. */
function died(text: string): ExecutorAnswer {
  const report = parseJson(text);
  const { errorType, errorMessage, stackTrace } = isObject(report) ? report : {};
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

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The text itself goes to the log, as the answer that made no sense.
    return undefined;
  }
}

function malformedAnswer(text: string): ExecutorFailure {
  const errorMessage = `The executor's answer is not of its contract: ${text.slice(0, 200)}`;
  return { errorType: "Executor.MalformedAnswer", errorMessage, stackTrace: [] };
}

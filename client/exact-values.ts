import type { CustomTestsResponse, RunCodeOutput } from "./answers.js";
import type {
  CallOptions,
  CustomTestsRequest,
  GraderClient,
  GraderClientOptions,
} from "./grader-client.js";
import type { LiveCustomTestsEvent } from "./live-events.js";

/** The text of a JSON value, in which numbers have all their digits and keys their order. */
export type JsonText = string;

export interface ExactGraderClientOptions extends Omit<GraderClientOptions, "exactValues"> {
  readonly exactValues: true;
}

/** A client for which the values of custom tests are JsonText; everything else is as usual. */
export interface ExactGraderClient
  extends Omit<GraderClient, "runCustomTests" | "runCustomTestsLive"> {
  /** Runs code on inputs of the caller's own; nothing is compared or stored. */
  runCustomTests(
    request: ExactCustomTestsRequest,
    options?: CallOptions,
  ): Promise<ExactCustomTestsResponse>;
  /** The same as it happens. */
  runCustomTestsLive(
    request: ExactCustomTestsRequest,
    options?: CallOptions,
  ): AsyncGenerator<ExactLiveCustomTestsEvent, void>;
}

/** What custom tests that run live are told to be. */
export type ExactLiveCustomTestsEvent =
  | Extract<LiveCustomTestsEvent, { event: "started" }>
  | ({ event: "case" } & ExactCustomTestResult)
  | ({ event: "ran" } & ExactCustomTestsResponse);

export interface ExactCustomTestsRequest extends Omit<CustomTestsRequest, "customTestCases"> {
  /** At most 100 inputs, each the text of a JSON value. */
  readonly customTestCases: readonly JsonText[];
}

export interface ExactCustomTestsResponse extends Omit<CustomTestsResponse, "results"> {
  results: ExactCustomTestResult[];
}

export interface ExactCustomTestResult
  extends Omit<CustomTestsResponse["results"][number], "input" | "runCodeOutput"> {
  /** As it was sent. */
  input: JsonText;
  runCodeOutput: ExactRunCodeOutput;
}

/** What the code did with one input; `returnValue` is JsonText, `null` where there is none. */
export type ExactRunCodeOutput = Exact<RunCodeOutput>;

/** Each of a union's shapes by itself, so that it stays a union. */
type Exact<Output> = Output extends RunCodeOutput
  ? Omit<Output, "returnValue"> & { returnValue: JsonText }
  : never;

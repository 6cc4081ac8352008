import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { CallerSlots } from "../../api/ports.js";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { type Listener, listen } from "../../dev/http/listen.js";
import {
  type ExecutorChoice,
  type Service,
  type ServiceOptions,
  startService,
} from "../../dev/service.js";
import { findPython } from "../../pack/python.js";
import { patientStores } from "./aws/patient-stores.js";
import { type GraderClient, graderClient } from "./http/grader-client.js";

export type { Answer } from "./http/answer.js";

export interface WorldOptions extends Partial<Omit<ServiceOptions, "executor" | "log">> {
  readonly executor?: ExecutorChoice | "python";
  /** Whether one user is refused what is more than one user may have under way; not, by default. */
  readonly hasCallerLimits?: boolean;
}

export interface LogLine {
  readonly event: string;
  readonly [field: string]: unknown;
}

/** The whole service behind real HTTP, with what a test needs to use it and to look inside. */
export interface World extends GraderClient {
  readonly url: string;
  readonly stack: Service;
  readonly logLines: LogLine[];
  /** Stores a problem; test cases given as values are stored as their JSON, text and bytes as they are. */
  putProblem(item: Record<string, unknown> & { problemId: string }): Promise<void>;
  storedSubmission(submissionId: string): Promise<Record<string, unknown> | undefined>;
  close(): Promise<void>;
}

const UNBOUNDED: CallerSlots = {
  take: async () => ({ [Symbol.asyncDispose]: async () => {} }),
};

/** Starts the service on a free port of loopback; a mock executor unless another is chosen. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const logLines: LogLine[] = [];
  const { executor = { kind: "mock" }, hasCallerLimits, settings, ...others } = options;
  // Tables of its own are reached with patience: that a busy machine answers late is no test's subject.
  const ownTables = needsTables(options) ? await startDynamoDb() : undefined;
  const stack = await startService({
    ...others,
    ...(ownTables && { dynamoDbEndpoint: ownTables.endpoint }),
    executor: executor === "python" ? localPython() : executor,
    log: (event, fields) => logLines.push({ event, ...fields }),
    settings: {
      ...(ownTables && patientStores(ownTables.endpoint)),
      ...(!hasCallerLimits && { callerSlots: UNBOUNDED }),
      ...settings,
    },
  });
  const listener: Listener = await listen(stack.fetch, 0);
  return {
    url: listener.url,
    stack,
    logLines,
    ...graderClient(listener.url, stack.userPool),
    async putProblem(item) {
      const { finalTestCases } = item;
      const text =
        finalTestCases === undefined ||
        typeof finalTestCases === "string" ||
        finalTestCases instanceof Uint8Array
          ? finalTestCases
          : JSON.stringify(finalTestCases);
      const Item = { title: "Title", title_translated: "제목", ...item, finalTestCases: text };
      await stack.documents.send(new PutCommand({ TableName: stack.tables.problems, Item }));
    },
    async storedSubmission(submissionId) {
      const { Item } = await stack.documents.send(
        new GetCommand({ TableName: stack.tables.submissions, Key: { submissionId } }),
      );
      return Item;
    },
    async close() {
      await listener.close();
      await stack.close();
      await ownTables?.close();
    },
  };
}

function needsTables({ dynamoDbEndpoint, dataFolder }: WorldOptions): boolean {
  return dynamoDbEndpoint === undefined && dataFolder === undefined;
}

/** The Python that the executor runs on in tests. */
export function localPython(): ExecutorChoice & { kind: "python" } {
  return { kind: "python", path: findPython(process.env).path };
}

/** Its version, as in "3.12". */
export function localPythonVersion(): string {
  return findPython(process.env).version;
}

import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { readProblemItem } from "../../api/adapters/problem-item.js";
import { createApp } from "../../api/http/app.js";
import type { AppDeps } from "../../api/http/deps.js";
import { listen } from "../../dev/http/listen.js";
import { startService } from "../../dev/service.js";
import { ECHO_PROBLEM } from "./echo-problem.js";
import { PhaseClock, type PhaseTimes } from "./phases.js";

/** What the process is told with its start, as JSON in its first argument. */
export interface AppServerOptions {
  /** The Python that runs the code; without it a mock executor answers. */
  readonly python?: string | undefined;
  /** Stores that answer at once, so that nothing but the API takes time. */
  readonly isAlone: boolean;
  /** Takes the time of every phase; requests must come one at a time then. */
  readonly isTimed: boolean;
}

export type AppServerMessage =
  | { readonly url: string; readonly idToken: string }
  | { readonly requests: readonly PhaseTimes[] };

/** Serves the app over HTTP until its parent says "end", and then tells what it timed. */
const { python, isAlone, isTimed } = JSON.parse(process.argv[2] ?? "{}") as AppServerOptions;
const stack = await startService({
  executor: python === undefined ? { kind: "mock" } : { kind: "python", path: python },
  log: (event, fields) => JSON.stringify({ event, ...fields }),
});
const deps = isAlone ? withoutTables(stack.deps) : stack.deps;
const clock = new PhaseClock();
const app = createApp(isTimed ? clock.watch(deps) : deps);
await stack.documents.send(
  new PutCommand({ TableName: stack.tables.problems, Item: ECHO_PROBLEM }),
);
const listener = await listen(
  (request) => (isTimed ? clock.time(() => app.fetch(request)) : app.fetch(request)),
  0,
);
const idToken = await stack.userPool.issueIdToken({ sub: "student", nickname: "Student" });
tell({ url: listener.url, idToken });

process.once("message", async () => {
  tell({ requests: clock.requests });
  await listener.close();
  await stack.close();
  process.disconnect();
});

function tell(message: AppServerMessage): void {
  process.send?.(message);
}

function withoutTables(deps: AppDeps): AppDeps {
  return {
    ...deps,
    problems: {
      ...deps.problems,
      get: async (problemId) => readProblemItem(problemId, ECHO_PROBLEM),
    },
    submissions: { ...deps.submissions, put: async () => {} },
  };
}

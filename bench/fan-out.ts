import { fileURLToPath } from "node:url";
import { createLambdaClient } from "../api/adapters/aws-clients.js";
import { lambdaExecutor } from "../api/adapters/lambda-executor.js";
import type { CaseOutcome } from "../api/domain/execution.js";
import { ENOUGH_TIME_OUTS } from "../api/domain/fan-out.js";
import { toJsonText } from "../api/domain/json.js";
import type { Executor } from "../api/ports.js";
import { runCases } from "../api/usecases/run-cases.js";
import { startLocalLambda } from "../dev/lambda/local-lambda.js";
import { describeMachine } from "./machine.js";
import { median } from "./statistics.js";
import { table } from "./table.js";

const FUNCTION = "code-executor";
const LIMIT_MS = 2000;
const INVOCATIONS = 8;
const EXECUTOR_TIMEOUT_MS = 40_000;

interface Submission {
  readonly name: string;
  readonly body: string;
  readonly cases: number;
}

/** Sleeping cases take no processor, so that a small machine can run eight of them at once. */
const SUBMISSIONS: readonly Submission[] = [
  { name: "20 trivial cases", body: "return n", cases: 20 },
  { name: "20 cases that sleep 100 ms", body: "time.sleep(0.1)", cases: 20 },
  { name: "20 cases that sleep for ever", body: "time.sleep(60)", cases: 20 },
  { name: "100 cases that sleep for ever", body: "time.sleep(60)", cases: 100 },
  { name: "20 cases that loop for ever", body: "while True: pass", cases: 20 },
];

/** How many invocations a submission takes on the real executor, and how long it is under way. */
export async function benchFanOut(python: string, rounds: number): Promise<string> {
  const lambda = await startLocalLambda({
    functionName: FUNCTION,
    python,
    taskRoot: fileURLToPath(new URL("../executor", import.meta.url)),
    timeoutMs: EXECUTOR_TIMEOUT_MS,
    maxConcurrency: INVOCATIONS,
    tenantIsolation: true,
  });
  try {
    const client = createLambdaClient(EXECUTOR_TIMEOUT_MS, {
      endpoint: lambda.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    const executor = lambdaExecutor(client, {
      functionNames: { "python3.12": FUNCTION },
      tenantIsolation: true,
    });
    const rows = [["", "time", "first case told", "of their sum", "invocations", "cases begun"]];
    for (const submission of SUBMISSIONS) rows.push(await measure(executor, submission, rounds));
    return [describeMachine(), METHOD, table(rows)].join("\n\n");
  } finally {
    await lambda.close();
  }
}

const METHOD = `A limit of 2 s, at most ${INVOCATIONS} invocations at once, each in a process of its own, warm after the first round.
Medians. What sleeps for ever ends 2.75 s after its start, what loops after 2 s of processor time: eight
at once need eight processors. Ten time-outs are enough.`;

async function measure(executor: Executor, { name, body, cases }: Submission, rounds: number) {
  const code = `import time\ndef solution(n):\n    ${body}\n`;
  const inputs = Array.from({ length: cases }, (_, n) => toJsonText(n));
  const times: number[] = [];
  const firstTimes: number[] = [];
  let invocations: number[] = [];
  let begun = 0;
  let sumMs = 0;
  const counted: Executor = {
    ...executor,
    run: (job, signal) => {
      invocations[invocations.length - 1] = (invocations.at(-1) ?? 0) + 1;
      return executor.run(job, signal);
    },
  };
  for (let round = 0; round <= rounds; round += 1) {
    invocations.push(0);
    const job = {
      code,
      language: "python3.12" as const,
      timeLimitMs: LIMIT_MS,
      inputs,
      tenantId: "student",
    };
    const began = performance.now();
    const outcomes: CaseOutcome[] = [];
    const told = runCases(
      counted,
      job,
      { concurrentInvocations: INVOCATIONS, payloadBytes: 4 * 1024 * 1024 },
      AbortSignal.timeout(120_000),
      () => {},
      { maxTimeOuts: ENOUGH_TIME_OUTS },
    );
    for await (const settled of told) {
      if (outcomes.length === 0) firstTimes.push(performance.now() - began);
      outcomes.push(...settled.map(({ outcome }) => outcome));
    }
    times.push(performance.now() - began);
    const executions = outcomes.flatMap((one) => (one.kind === "executed" ? [one.execution] : []));
    begun = executions.length;
    sumMs = executions.reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0);
    if (round > 0) continue;
    // The environments start in the first.
    times.length = 0;
    firstTimes.length = 0;
    invocations = [];
  }
  const ms = median(times);
  const share = sumMs > 0 ? `${(ms / sumMs).toFixed(2)} ×` : "";
  const firstMs = `${Math.round(median(firstTimes))} ms`;
  return [name, `${Math.round(ms)} ms`, firstMs, share, String(median(invocations)), String(begun)];
}

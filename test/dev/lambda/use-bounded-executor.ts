import type { LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { createLambdaClient } from "../../../api/adapters/aws-clients.js";
import { lambdaExecutor } from "../../../api/adapters/lambda-executor.js";
import type { Executor } from "../../../api/ports.js";
import { boundedExecutor, type ExecutorBounds } from "../../../dev/lambda/bounded-executor.js";
import {
  echo,
  output,
  results,
  type ScriptedLambda,
  startScriptedLambda,
} from "../../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../../support/world.js";

/** Longer than any test: who waits, waits. */
const FOR_EVER_MS = 600_000;

/** Executors of one machine, whose runs a test holds and lets go. */
export function useBoundedExecutor() {
  let lambda: ScriptedLambda;
  let client: LambdaClient;
  let world: World | undefined;
  /** Of every grading, in the order of their starts; none comes by itself. */
  let deadlines: AbortController[];

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    client = createLambdaClient(30_000, {
      endpoint: lambda.endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
  });
  afterEach(() => world?.close());
  afterAll(async () => {
    client.destroy();
    await lambda.close();
  });

  function bounded(bounds: Partial<ExecutorBounds>): Executor {
    const executor = lambdaExecutor(client, {
      functionNames: { "python3.12": "f" },
      tenantIsolation: true,
    });
    const all = {
      concurrency: 1,
      maxQueued: 1,
      maxQueuedOfTenant: 100,
      queueTimeoutMs: FOR_EVER_MS,
    };
    const hasRoom = () => true;
    return boundedExecutor(executor, { ...all, hasRoom, ...bounds });
  }

  async function start(bounds: Partial<ExecutorBounds>): Promise<World> {
    deadlines = [];
    world = await startWorld({
      settings: {
        executor: bounded(bounds),
        batchLimits: { concurrentInvocations: 4, payloadBytes: 1e6 },
        clock: { now: Date.now, timeout: startDeadline },
      },
    });
    const cases = (count: number) => Array(count).fill({ input: 1, expected_output: 1 });
    await world.putProblem({ problemId: "small", finalTestCases: cases(1) });
    await world.putProblem({ problemId: "big", finalTestCases: cases(20) });
    return world;
  }

  function startDeadline(): AbortSignal {
    const deadline = new AbortController();
    deadlines.push(deadline);
    return deadline.signal;
  }

  /** Holds every run from now on until it is opened, but for the first of a big submission. */
  function gate(): () => void {
    const opened = Promise.withResolvers<void>();
    lambda.play(async (invocation) => {
      // So slow that each of the other cases gets an invocation of its own.
      const isFirstOfBig = invocation.event.inputs?.length === 20;
      if (isFirstOfBig) return results([output({ returnValue: 1, executionTimeMs: 2000 })]);
      await opened.promise;
      if (invocation.event.warm_up) return { body: '{"warm":true}' };
      return echo(invocation);
    });
    return opened.resolve;
  }

  const runsBegun = (count: number) =>
    expect.poll(() => lambda.invocations.length, { interval: 5 }).toBe(count);

  return {
    get lambda() {
      return lambda;
    },
    get deadlines() {
      return deadlines;
    },
    bounded,
    start,
    gate,
    runsBegun,
  };
}

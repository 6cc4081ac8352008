import { afterAll, beforeAll, expect } from "vitest";
import { startScriptedLambda } from "../support/aws/scripted-lambda.js";
import { examine, putExam } from "./exam.js";
import {
  type FaultLimits,
  type FaultStage,
  type FaultyGrader,
  startFaultStage,
} from "./fault-stage.js";
import { watchStrayErrors } from "./stray-errors.js";

/** How a student is told the verdict: at the end, or as it happens. */
export const WAYS = ["plain", "live"] as const;

export type Way = (typeof WAYS)[number];

/** Runs `scene` with a grader that nobody else uses, and closes it. */
export type WithGrader = <Outcome>(
  scene: (stage: FaultStage, grader: FaultyGrader) => Promise<Outcome>,
) => Promise<Outcome>;

/** An Invoke API with an executor behind it. */
export interface ExecutorEndpoint {
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * A stage for the tests of a file, with the exam on it. Fails after the last test if anything was
 * thrown that nobody awaited.
 *
 * @param way how students are told
 * @param startExecutor starts what runs the code; one that only pretends to, without it
 */
export function useFaultStage(
  limits: FaultLimits,
  way: Way = "plain",
  startExecutor: () => Promise<ExecutorEndpoint> = startExaminer,
): WithGrader {
  let executor: ExecutorEndpoint;
  let stage: FaultStage;
  const strayErrors = watchStrayErrors();

  beforeAll(async () => {
    executor = await startExecutor();
    stage = await startFaultStage({
      limits,
      lambdaEndpoint: executor.endpoint,
      isLive: way === "live",
    });
    await putExam(stage.world);
  });
  afterAll(async () => {
    await stage.close();
    await executor.close();
    expect(strayErrors()).toEqual([]);
  });

  return async (scene) => {
    const grader = await stage.startGrader();
    try {
      return await scene(stage, grader);
    } finally {
      await grader.close();
    }
  };
}

async function startExaminer(): Promise<ExecutorEndpoint> {
  const lambda = await startScriptedLambda();
  lambda.play(examine);
  return lambda;
}

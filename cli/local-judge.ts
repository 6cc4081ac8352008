import { availableParallelism } from "node:os";
import { createLambdaClient } from "../api/adapters/aws-clients.js";
import { lambdaExecutor } from "../api/adapters/lambda-executor.js";
import type { GradedCase } from "../api/domain/grade-case.js";
import { gradingOf } from "../api/domain/grading.js";
import type { Grading } from "../api/domain/submission.js";
import { type GradeCodeDeps, type GradeCodeInput, gradeCode } from "../api/usecases/grade-code.js";
import {
  EXECUTOR_FUNCTION,
  EXECUTOR_TIMEOUT_MS,
  hasJavaScript,
  startExecutorLambda,
} from "../dev/lambda/executor-lambda.js";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../dev/local-aws.js";
import { findPython, PythonNotFound } from "../pack/python.js";
import { CommandEnd } from "./command-end.js";
import type { Surroundings } from "./surroundings.js";

const CONCURRENCY = availableParallelism();
/** One for each solution that runs and for each checker; which of them stay warm is of no concern. */
const ENVIRONMENTS = 4 * CONCURRENCY;

/** What grades code on this machine: the service's own executor and use case. */
export interface LocalJudge extends AsyncDisposable {
  readonly deps: GradeCodeDeps;
  readonly languages: readonly GradeCodeInput["language"][];
  /**
   * Every case graded, as a submission would be.
   *
   * @param onCase told how many cases have ended
   */
  grade(
    input: Omit<GradeCodeInput, "userId">,
    onCase: (endedCount: number) => void,
  ): Promise<Grading>;
}

/** @throws CommandEnd where there is no Python that runs the executor */
export async function startLocalJudge({
  env,
  err,
}: Pick<Surroundings, "env" | "err">): Promise<LocalJudge> {
  const python = choosePython(env);
  if (python.notice !== undefined) err(`${python.notice}\n`);
  const lambda = await startExecutorLambda(python.path, ENVIRONMENTS);
  const client = createLambdaClient(EXECUTOR_TIMEOUT_MS, {
    endpoint: lambda.endpoint,
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
  });
  const javascript = hasJavaScript() ? EXECUTOR_FUNCTION : undefined;
  const deps: GradeCodeDeps = {
    executor: lambdaExecutor(client, {
      functionNames: { "python3.12": EXECUTOR_FUNCTION, javascript },
      tenantIsolation: true,
    }),
    batchLimits: { concurrentInvocations: CONCURRENCY, payloadBytes: 4 * 1024 * 1024 },
  };
  return {
    deps,
    languages: javascript === undefined ? ["python3.12"] : ["python3.12", "javascript"],
    async grade(input, onCase) {
      const graded: GradedCase[] = [];
      for await (const one of gradeCode(deps, { ...input, userId: "author" })) {
        graded.push(one);
        onCase(graded.length);
      }
      return gradingOf(input.problem, graded);
    },
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      await lambda.close();
    },
  };
}

function choosePython(env: Surroundings["env"]) {
  try {
    return findPython(env);
  } catch (error) {
    if (!(error instanceof PythonNotFound)) throw error;
    throw new CommandEnd("failed", error.message, { cause: error });
  }
}

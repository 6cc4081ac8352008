import { randomUUID } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Submission } from "../../../api/domain/submission.js";
import { type ScriptedLambda, startScriptedLambda } from "../aws/scripted-lambda.js";
import { gradedSubmission } from "../graded-submission.js";
import { startWorld, type World } from "../world.js";
import { runCommand } from "./run-command.js";

/** Cases of which an executor that echoes solves the first alone. */
export const CASES = [
  { input: 1, expected_output: 1 },
  { input: 2, expected_output: 3 },
];

/** A service with a scripted executor, and a new problem for each test, to be graded again. */
export function useRegradeStage() {
  let world: World;
  let lambda: ScriptedLambda;
  let problemId: string;

  beforeAll(async () => {
    lambda = await startScriptedLambda();
    world = await startWorld({ executor: { kind: "endpoint", endpoint: lambda.endpoint } });
  });
  beforeEach(async () => {
    lambda.play();
    problemId = randomUUID();
    await world.putProblem({ problemId, finalTestCases: CASES });
  });
  afterAll(async () => {
    await world.close();
    await lambda.close();
  });

  const command = (args: readonly string[], answers?: readonly string[]) =>
    runCommand(
      ["regrade", problemId, "--endpoint", world.url, "--rate", "1000", ...args],
      answers && { answers },
    );

  return {
    get world() {
      return world;
    },
    get lambda() {
      return lambda;
    },
    get problemId() {
      return problemId;
    },
    command,
    regrade: (...args: string[]) => command(args),
    stored: (submissionId: string) => world.storedSubmission(submissionId),
    /** Stores a submission of the problem, by other tests than its present ones. */
    async put(changes: Partial<Submission> = {}): Promise<string> {
      const submission = gradedSubmission({ problemId, testSetHash: "old", ...changes });
      const Item = { ...submission, is_submission: "Y" };
      const TableName = world.stack.tables.submissions;
      await world.stack.documents.send(new PutCommand({ TableName, Item }));
      return submission.submissionId;
    },
  };
}

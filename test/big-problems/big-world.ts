import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { AppDeps } from "../../api/http/deps.js";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { dynamoItemBytes } from "../support/aws/dynamo-item-bytes.js";
import { findDynoxide, startDynoxide } from "../support/aws/dynoxide.js";
import { patientStores } from "../support/aws/patient-stores.js";
import { type ScriptedLambda, startScriptedLambda } from "../support/aws/scripted-lambda.js";
import { startWorld, type World } from "../support/world.js";

/** The service on a DynamoDB of the test's choice, with an executor that does what the test says. */
export interface BigWorld {
  readonly world: World;
  readonly lambda: ScriptedLambda;
  readonly dynamoDb: LocalDynamoDb;
  /** Stores a problem of so many cases, whose inputs and expected outputs are their numbers. */
  putCounting(problemId: string, cases: number, fields?: object): Promise<void>;
  /** What DynamoDB counts for the stored submission. */
  storedBytes(submissionId: string): Promise<number>;
  close(): Promise<void>;
}

const dynoxide = findDynoxide();

/** Every DynamoDB of this machine, by name; dynoxide counts sizes as AWS does. */
export const DYNAMO_DBS: readonly (readonly [string, () => Promise<LocalDynamoDb>])[] = [
  ["dynalite", () => startDynamoDb()],
  ...(dynoxide === undefined ? [] : [["dynoxide", () => startDynoxide(dynoxide)] as const]),
];

/** As in production. */
const BATCH_LIMITS = { concurrentInvocations: 8, payloadBytes: 4_194_304 };

export async function startBigWorld(
  start: () => Promise<LocalDynamoDb>,
  settings: Partial<AppDeps> = {},
): Promise<BigWorld> {
  const [dynamoDb, lambda] = await Promise.all([start(), startScriptedLambda()]);
  const world = await startWorld({
    dynamoDbEndpoint: dynamoDb.endpoint,
    executor: { kind: "endpoint", endpoint: lambda.endpoint },
    settings: { batchLimits: BATCH_LIMITS, ...patientStores(dynamoDb.endpoint), ...settings },
  });
  return {
    world,
    lambda,
    dynamoDb,
    putCounting(problemId, cases, fields = {}) {
      const finalTestCases = Array.from({ length: cases }, (_, index) => ({
        input: index + 1,
        expected_output: index + 1,
      }));
      return world.putProblem({ problemId, finalTestCases, ...fields });
    },
    async storedBytes(submissionId) {
      const { Item = {} } = await world.stack.documents.send(
        new GetItemCommand({
          TableName: world.stack.tables.submissions,
          Key: { submissionId: { S: submissionId } },
        }),
      );
      return dynamoItemBytes(Item);
    },
    async close() {
      await world.close();
      await Promise.all([lambda.close(), dynamoDb.close()]);
    },
  };
}

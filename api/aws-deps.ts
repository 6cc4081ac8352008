import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { JwksCache } from "aws-jwt-verify/jwk";
import { cognito } from "./adapters/cognito.js";
import { dynamoCallerSlots } from "./adapters/dynamo-caller-slots.js";
import { dynamoProblems } from "./adapters/dynamo-problems.js";
import { dynamoSubmissions } from "./adapters/dynamo-submissions.js";
import { lambdaExecutor } from "./adapters/lambda-executor.js";
import type { Config } from "./config.js";
import { LANGUAGES, type Language } from "./domain/language.js";
import type { AppDeps } from "./http/deps.js";

/** Names of what the service uses on AWS, or on stand-ins that speak its protocols. */
export type AwsNames = Pick<
  Config,
  | "callerSlotsTableName"
  | "customRunsPerCaller"
  | "executorFunctionName"
  | "javascriptExecutorFunctionName"
  | "problemsAreListed"
  | "problemsTableName"
  | "staffGroup"
  | "submissionsPerCaller"
  | "submissionsTableName"
  | "submissionTtlDays"
  | "tenantIsolation"
  | "userPoolClientIds"
  | "userPoolId"
  | "userPoolJwks"
>;

/** How it is reached. */
export interface AwsClients {
  readonly documents: DynamoDBDocumentClient;
  readonly lambda: LambdaClient;
  /** Where the pool's keys come from; the pool itself by default. */
  readonly jwksCache?: JwksCache;
}

/** The ports that are AWS's, by their production adapters, and the languages that there is a function for. */
export function awsDeps(
  names: AwsNames,
  { documents, lambda, jwksCache }: AwsClients,
): Pick<
  AppDeps,
  "problems" | "submissions" | "callerSlots" | "executor" | "languages" | "identity"
> {
  const { userPoolId, userPoolClientIds: clientIds, userPoolJwks, staffGroup } = names;
  const jwks = userPoolJwks === undefined ? undefined : JSON.parse(userPoolJwks);
  const functionNames: Readonly<Record<Language, string | undefined>> = {
    "python3.12": names.executorFunctionName,
    javascript: names.javascriptExecutorFunctionName,
  };
  return {
    problems: dynamoProblems(documents, names.problemsTableName, names.problemsAreListed),
    submissions: dynamoSubmissions(documents, names.submissionsTableName, names.submissionTtlDays),
    callerSlots: dynamoCallerSlots(documents, {
      tableName: names.callerSlotsTableName,
      limits: { submission: names.submissionsPerCaller, customRun: names.customRunsPerCaller },
    }),
    executor: lambdaExecutor(lambda, { functionNames, tenantIsolation: names.tenantIsolation }),
    languages: LANGUAGES.filter((language) => functionNames[language] !== undefined),
    identity: cognito({ userPoolId, clientIds, staffGroup, jwks }, jwksCache),
  };
}

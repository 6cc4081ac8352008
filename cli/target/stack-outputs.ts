import * as z from "zod";
import type { AwsNames } from "../../api/aws-deps.js";
import { CommandEnd } from "../command-end.js";

const name = z.string().min(1);

const outputs = z.object({
  region: name,
  codeGraderApiInvokeUrl: name,
  problemsTableName: name,
  problemsAreListed: z.boolean(),
  submissionsTableName: name,
  submissionTtlDays: z.number(),
  callerSlotsTableName: name,
  codeExecutorLambdaName: name,
  /** A dev server has no function for the API, and no self-tests. */
  codeGraderLambdaName: name.nullish(),
  executorProbeLambdaName: name.nullish(),
  javascriptProbeLambdaName: name.nullish(),
  siteUrl: name.nullish(),
  /** Whether the stack may be thrown away with all that is in it. */
  ephemeral: z.boolean().nullish(),
  /** None where the service runs no JavaScript. */
  javascriptExecutorLambdaName: name.nullish(),
  executorTimeoutSeconds: z.number(),
  tenantIsolation: z.boolean(),
  userPoolId: name,
  userPoolClientId: name,
  staffGroup: name,
  /** Where a dev server's stand-ins listen; a deployed stack has AWS's own. */
  endpoints: z.object({ dynamodb: z.url(), lambda: z.url().nullable() }).optional(),
});

/** A service by the names of its parts, as its stack exports them. */
export type StackOutputs = z.infer<typeof outputs>;

/** A dev server may have a mock in the executor's place. */
export const runsCode = ({ endpoints }: StackOutputs): boolean => endpoints?.lambda !== null;

export const RUNS_NO_CODE = "this dev server runs no code (--mock-executor)";

/**
 * @param where whose outputs these are, for the sentence
 * @param advice what to do where some are missing
 * @throws CommandEnd when some are missing
 */
export function parseStackOutputs(
  value: unknown,
  where: string,
  advice = "Deploy it with this version first (npx pulumi up)",
): StackOutputs {
  const parsed = outputs.safeParse(value);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map(({ path }) => String(path[0] ?? "all")).join(", ");
  throw new CommandEnd(
    "failed",
    `${where} lacks outputs that this tool needs: ${names}. ${advice}.`,
  );
}

/** The same for the adapters. */
export function awsNamesOf(stack: StackOutputs): AwsNames {
  return {
    ...stack,
    executorFunctionName: stack.codeExecutorLambdaName,
    javascriptExecutorFunctionName: stack.javascriptExecutorLambdaName ?? undefined,
    submissionTtlDays: stack.submissionTtlDays || undefined,
    submissionsPerCaller: 1,
    customRunsPerCaller: 1,
    userPoolClientIds: [stack.userPoolClientId],
    userPoolJwks: undefined,
  };
}

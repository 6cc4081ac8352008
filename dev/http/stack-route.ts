import { Hono } from "hono";
import type { AwsNames } from "../../api/aws-deps.js";
import type { AppEnv } from "../../api/http/deps.js";
import { allowOnly } from "../../api/http/middleware/allow-only.js";

/** The service's parts, and where its stand-ins listen. */
export interface LocalStack {
  readonly names: AwsNames;
  readonly region: string;
  readonly executorTimeoutMs: number;
  /** No Lambda where no code runs. */
  readonly endpoints: { readonly dynamodb: string; readonly lambda: string | null };
}

/** What `pulumi stack output --json` tells of a deployed service (`infra/stack.ts`), by the same names. */
export function stackRoute(stack: LocalStack): Hono<AppEnv> {
  const { names, region, executorTimeoutMs, endpoints } = stack;
  const route = new Hono<AppEnv>();
  route.get("/stack", (c) =>
    c.json({
      region,
      codeGraderApiInvokeUrl: new URL(c.req.url).origin,
      problemsTableName: names.problemsTableName,
      problemsAreListed: names.problemsAreListed,
      submissionsTableName: names.submissionsTableName,
      submissionTtlDays: names.submissionTtlDays ?? 0,
      callerSlotsTableName: names.callerSlotsTableName,
      codeExecutorLambdaName: names.executorFunctionName,
      javascriptExecutorLambdaName: names.javascriptExecutorFunctionName ?? null,
      executorTimeoutSeconds: executorTimeoutMs / 1000,
      tenantIsolation: names.tenantIsolation,
      userPoolId: names.userPoolId,
      userPoolClientId: names.userPoolClientIds[0],
      staffGroup: names.staffGroup,
      endpoints,
    }),
  );
  route.all("/stack", allowOnly("GET"));
  return route;
}

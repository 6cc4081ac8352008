import * as z from "zod";

/** Everything the API function is told from outside. */
export interface Config {
  readonly problemsTableName: string;
  /** Whether the table of problems has the index by which they are listed. */
  readonly problemsAreListed: boolean;
  readonly submissionsTableName: string;
  readonly callerSlotsTableName: string;
  /** After how many days a submission is removed; undefined where it is kept. */
  readonly submissionTtlDays: number | undefined;
  readonly executorFunctionName: string;
  /** The function that runs JavaScript; undefined where that is not offered. */
  readonly javascriptExecutorFunctionName: string | undefined;
  readonly executorTimeoutMs: number;
  readonly tenantIsolation: boolean;
  readonly userPoolId: string;
  readonly userPoolClientIds: readonly string[];
  /** The pool's JWKS document as JSON text, when it was known at deployment. */
  readonly userPoolJwks: string | undefined;
  /** The group of the pool whose members see the whole of every submission. */
  readonly staffGroup: string;
  /** Who may see the summary of a submission, beside its owner and staff. */
  readonly submissionsVisibleTo: "everyone" | "owner";
  readonly allowedOrigins: readonly string[];
  /** How requests that did not come through CloudFront are kept out, and the secrets for it. */
  readonly originProtection:
    | { readonly kind: "secret-header"; readonly secrets: readonly string[] }
    | { readonly kind: "oac" };
  /** What a caller may have under way at once of what needs several invocations. */
  readonly submissionsPerCaller: number;
  readonly customRunsPerCaller: number;
  readonly concurrentInvocations: number;
  readonly payloadBytes: number;
}

/** The environment does not configure the function; the message names every fault. */
export class ConfigError extends Error {}

const name = z.string().min(1);

const list = z
  .string()
  .transform((text) => text.split(",").map((entry) => entry.trim()))
  .pipe(z.array(z.string().min(1, "has an empty entry")).min(1));

const between = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const jwksText = z.string().refine((text) => {
  try {
    return Array.isArray(JSON.parse(text).keys);
  } catch {
    return false;
  }
}, "is not a JWKS document");

const variables = z.object({
  PROBLEMS_TABLE_NAME: name,
  PROBLEMS_ARE_LISTED: z.enum(["true", "false"]).default("false"),
  SUBMISSIONS_TABLE_NAME: name,
  CALLER_SLOTS_TABLE_NAME: name,
  SUBMISSION_TTL_DAYS: between(0, 36_500).default(0),
  RUN_CODE_LAMBDA_NAME: name,
  JAVASCRIPT_EXECUTOR_FUNCTION_NAME: name.optional(),
  RUN_CODE_LAMBDA_TIMEOUT_MS: between(1000, 900_000).default(30_000),
  TENANT_ISOLATION: z.enum(["true", "false"]).default("true"),
  COGNITO_USER_POOL_ID: z.string().regex(/^[a-z0-9-]+_[A-Za-z0-9]+$/, "is not a user pool id"),
  COGNITO_CLIENT_IDS: list,
  COGNITO_JWKS: jwksText.optional(),
  STAFF_GROUP: name.default("staff"),
  SUBMISSIONS_VISIBLE_TO: z.enum(["everyone", "owner"]).default("everyone"),
  ALLOWED_ORIGINS: list,
  SUBMISSIONS_PER_CALLER: between(1, 100).default(2),
  CUSTOM_RUNS_PER_CALLER: between(1, 100).default(2),
  CONCURRENT_INVOCATIONS: between(1, 100).default(8),
  // No less than the largest single case: 64 KiB of code, six-fold when escaped, and a 1 MiB input.
  PAYLOAD_BYTES: between(2 * 1024 * 1024, 6 * 1024 * 1024).default(4 * 1024 * 1024),
});

/** No default for the secrets: an open door is never what was meant by leaving them out. */
const originVariables = z.discriminatedUnion("ORIGIN_PROTECTION", [
  z.object({
    ORIGIN_PROTECTION: z.literal("secret-header"),
    ORIGIN_SECRETS: list.pipe(z.array(z.string().min(16, "has a secret under 16 characters"))),
  }),
  z.object({ ORIGIN_PROTECTION: z.literal("oac") }),
]);

const environment = z.intersection(variables, originVariables);

/**
 * Reads the configuration from environment variables.
 *
 * @throws ConfigError naming every variable that is missing or wrong, never its value
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse({ ORIGIN_PROTECTION: "secret-header", ...env });
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
    throw new ConfigError(`The environment is not usable. ${faults.join("; ")}`);
  }
  const values = parsed.data;
  return Object.freeze({
    problemsTableName: values.PROBLEMS_TABLE_NAME,
    problemsAreListed: values.PROBLEMS_ARE_LISTED === "true",
    submissionsTableName: values.SUBMISSIONS_TABLE_NAME,
    callerSlotsTableName: values.CALLER_SLOTS_TABLE_NAME,
    submissionTtlDays: values.SUBMISSION_TTL_DAYS || undefined,
    executorFunctionName: values.RUN_CODE_LAMBDA_NAME,
    javascriptExecutorFunctionName: values.JAVASCRIPT_EXECUTOR_FUNCTION_NAME,
    executorTimeoutMs: values.RUN_CODE_LAMBDA_TIMEOUT_MS,
    tenantIsolation: values.TENANT_ISOLATION === "true",
    userPoolId: values.COGNITO_USER_POOL_ID,
    userPoolClientIds: Object.freeze(values.COGNITO_CLIENT_IDS),
    userPoolJwks: values.COGNITO_JWKS,
    staffGroup: values.STAFF_GROUP,
    submissionsVisibleTo: values.SUBMISSIONS_VISIBLE_TO,
    allowedOrigins: Object.freeze(values.ALLOWED_ORIGINS),
    originProtection: Object.freeze(
      values.ORIGIN_PROTECTION === "oac"
        ? { kind: values.ORIGIN_PROTECTION }
        : { kind: values.ORIGIN_PROTECTION, secrets: Object.freeze(values.ORIGIN_SECRETS) },
    ),
    submissionsPerCaller: values.SUBMISSIONS_PER_CALLER,
    customRunsPerCaller: values.CUSTOM_RUNS_PER_CALLER,
    concurrentInvocations: values.CONCURRENT_INVOCATIONS,
    payloadBytes: values.PAYLOAD_BYTES,
  });
}

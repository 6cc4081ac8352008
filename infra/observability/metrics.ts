import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import type { ExecutorFunctions } from "../functions/executor-function.js";
import { nameOf } from "../name-of.js";

/** What is counted in the logs: metric name → which lines. Their fields are the app's own. */
export const API_COUNTS = {
  OriginRejects: '{ $.event = "request" && $.code = "Forbidden" }',
  TokenRejects: '{ $.event = "request" && $.code = "Unauthorized" }',
  ExecutorBusy: '{ $.event = "request" && $.code = "ExecutorBusy" }',
  ExecutorDeaths: '{ $.event = "executor.died" }',
  UnusableProblems: '{ $.event = "problem.unusable" }',
  StorageFailures:
    '{ $.event = "request" && ($.code = "StorageUnavailable" || $.code = "SubmissionNotSaved") }',
  InternalErrors: '{ $.event = "request" && $.code = "InternalError" }',
} as const;

export const EXECUTOR_COUNTS = {
  EnvironmentsGivenUp: '{ $.event = "environment.given_up" }',
  JailFailures: '{ $.event = "environment.given_up" && $.kind = "open-jail" }',
} as const;

export type CountName = keyof typeof API_COUNTS | keyof typeof EXECUTOR_COUNTS;

/** Graded submissions, with their status as the metric's one dimension. */
export const VERDICTS = "Verdicts";

/** The namespace of the stack's own metrics. */
export const metricNamespace = () => nameOf("metrics");

/** Has CloudWatch count what the functions log; what all executors log is one count. */
export function metrics(
  apiLogs: cloudwatch.LogGroup,
  python: ExecutorFunctions,
  javascript: ExecutorFunctions | undefined,
): void {
  for (const [name, pattern] of Object.entries(API_COUNTS)) count(apiLogs, name, pattern);
  for (const [name, pattern] of Object.entries(EXECUTOR_COUNTS)) {
    count(python.role.logGroup, name, pattern);
    if (javascript) count(javascript.role.logGroup, name, pattern, "javascript-");
  }
  new cloudwatch.LogMetricFilter(`metric-${VERDICTS}`, {
    name: VERDICTS,
    logGroupName: apiLogs.name,
    pattern: '{ $.event = "submission.graded" }',
    metricTransformation: {
      namespace: metricNamespace(),
      name: VERDICTS,
      value: "1",
      dimensions: { status: "$.status" },
    },
  });
}

function count(logGroup: cloudwatch.LogGroup, name: string, pattern: string, prefix = ""): void {
  new cloudwatch.LogMetricFilter(`metric-${prefix}${name}`, {
    name,
    logGroupName: logGroup.name,
    pattern,
    // Without a zero for the lines that do not match, an alarm would know nothing between faults.
    metricTransformation: {
      namespace: metricNamespace(),
      name,
      value: "1",
      defaultValue: "0",
    },
  });
}

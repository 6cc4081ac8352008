import type * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import type * as lambda from "@pulumi/aws/lambda/index.js";
import type * as route53 from "@pulumi/aws/route53/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { LISTED_PROBLEMS_INDEX, SUBMISSION_INDEXES } from "../../api/tables.js";
import type { ProblemsTable, UsedTable } from "../data/tables.js";
import type { ExecutorFunctions } from "../functions/executor-function.js";
import { EDGE_REGION } from "../regions.js";
import type { StackConfig } from "../stack-config.js";
import { type Alarm, createAlarm } from "./alarm.js";
import { alarmTopics } from "./alarm-topics.js";
import { type CountName, metricNamespace } from "./metrics.js";

/** What is watched. */
export interface Watched {
  readonly api: lambda.Function;
  readonly executors: readonly ExecutorFunctions[];
  readonly problems: ProblemsTable;
  readonly submissions: UsedTable;
  readonly distribution: cloudfront.Distribution;
  /** Undefined where nobody asks from outside. */
  readonly health: route53.HealthCheck | undefined;
}

/** An alarm for each way in which the service fails its users. */
export function alarms(config: StackConfig, watched: Watched): void {
  const { api, executors, problems, submissions, distribution, health } = watched;
  const topics = alarmTopics(config);
  for (const alarm of [
    ...functionAlarms("code-grader", api.name, config.apiTimeoutSeconds, 0),
    // Code that kills its own environment is an error of the function's, but no fault of the service.
    ...executors.flatMap(({ what, executor }) =>
      functionAlarms(what, executor.name, config.executorTimeoutSeconds, 10),
    ),
    ...writeThrottleAlarms(submissions.name),
    ...readThrottleAlarms(problems),
    ...logAlarms(),
    ...edgeAlarms(distribution.id),
    ...(health === undefined ? [] : [healthAlarm(health.id)]),
  ]) {
    createAlarm(alarm, topics);
  }
}

function functionAlarms(
  what: string,
  name: pulumi.Output<string>,
  timeoutSeconds: number,
  errorsAllowed: number,
): Alarm[] {
  const common = {
    namespace: "AWS/Lambda",
    dimensions: { FunctionName: name },
    tells: "lasting",
  } as const;
  return [
    {
      ...common,
      name: `${what}-errors`,
      description: `${what} ends invocations with errors; see its log`,
      metricName: "Errors",
      statistic: "Sum",
      threshold: errorsAllowed,
    },
    {
      ...common,
      name: `${what}-throttles`,
      description: `${what} is refused for want of concurrency; raise the quota or its reservation`,
      metricName: "Throttles",
      statistic: "Sum",
      threshold: 0,
    },
    {
      ...common,
      name: `${what}-duration`,
      description: `One in a hundred invocations of ${what} comes near its time-out`,
      metricName: "Duration",
      statistic: "p99",
      threshold: timeoutSeconds * 1000 * 0.9,
    },
  ];
}

/** A full index throttles the writes of its table. */
function writeThrottleAlarms(TableName: pulumi.Output<string>): Alarm[] {
  const common = {
    namespace: "AWS/DynamoDB",
    metricName: "WriteThrottleEvents",
    statistic: "Sum",
    threshold: 0,
    tells: "lasting",
  } as const;
  const description = "Submissions are written faster than DynamoDB takes them";
  const indexes = SUBMISSION_INDEXES.map(({ indexName }) => ({
    ...common,
    name: `throttles-${indexName}`,
    description: `${description}: ${indexName} is full`,
    dimensions: { TableName, GlobalSecondaryIndexName: indexName },
  }));
  return [
    { ...common, name: "throttles-submissions", description, dimensions: { TableName } },
    ...indexes,
  ];
}

/** Everybody who solves the same problem reads the same item, and everybody the same list. */
function readThrottleAlarms({ name: TableName, listIndexArn }: ProblemsTable): Alarm[] {
  const common = {
    namespace: "AWS/DynamoDB",
    metricName: "ReadThrottleEvents",
    statistic: "Sum",
    threshold: 0,
    tells: "lasting",
  } as const;
  const GlobalSecondaryIndexName = LISTED_PROBLEMS_INDEX.indexName;
  const ofTable: Alarm = {
    ...common,
    name: "throttles-problems",
    description: "Problems are read faster than DynamoDB serves them, as a rule one of them",
    dimensions: { TableName },
  };
  const ofList: Alarm = {
    ...common,
    name: `throttles-${GlobalSecondaryIndexName}`,
    description: "The list of problems is read faster than DynamoDB serves it",
    dimensions: { TableName, GlobalSecondaryIndexName },
  };
  return listIndexArn === undefined ? [ofTable] : [ofTable, ofList];
}

function logAlarms(): Alarm[] {
  const of = (
    metricName: CountName,
    description: string,
    rest: Pick<Alarm, "threshold" | "tells">,
  ): Alarm => ({
    name: metricName,
    description,
    namespace: metricNamespace(),
    metricName,
    dimensions: {},
    statistic: "Sum",
    ...rest,
  });
  return [
    of("JailFailures", "The executor's jail did not close, so it refuses to run code", {
      threshold: 0,
      tells: "at once",
    }),
    of("InternalErrors", "The API met something that it has no answer for; see the log", {
      threshold: 0,
      tells: "at once",
    }),
    of("StorageFailures", "DynamoDB failed after all retries; see the log's causes", {
      threshold: 0,
      tells: "lasting",
    }),
    of("ExecutorBusy", "Submissions were refused for want of executors", {
      threshold: 0,
      tells: "lasting",
    }),
    // Whoever finds the function's own address may knock there now and then.
    of("OriginRejects", "Requests reach the API without the origin secret that it takes", {
      threshold: 20,
      tells: "lasting",
    }),
  ];
}

function edgeAlarms(DistributionId: pulumi.Output<string>): Alarm[] {
  const common = {
    namespace: "AWS/CloudFront",
    dimensions: { DistributionId, Region: "Global" },
    statistic: "Average",
    tells: "lasting",
    region: EDGE_REGION,
  } as const;
  return [
    {
      ...common,
      name: "edge-5xx",
      description: "Over 5 % of requests are answered with a 5xx, the API's own included",
      metricName: "5xxErrorRate",
      threshold: 5,
    },
    {
      ...common,
      name: "edge-4xx",
      description: "Over half of the requests are answered with a 4xx: a 403 or 401 for everybody?",
      metricName: "4xxErrorRate",
      threshold: 50,
    },
  ];
}

function healthAlarm(HealthCheckId: pulumi.Output<string>): Alarm {
  return {
    name: "health",
    description: "From outside, /health is not answered",
    namespace: "AWS/Route53",
    metricName: "HealthCheckStatus",
    dimensions: { HealthCheckId },
    statistic: "Minimum",
    threshold: 1,
    isLow: true,
    tells: "at once",
    region: EDGE_REGION,
  };
}

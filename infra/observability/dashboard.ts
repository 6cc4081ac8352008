import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { AwsAccount } from "../account.js";
import { nameOf } from "../name-of.js";
import { EDGE_REGION } from "../regions.js";
import type { Watched } from "./alarms.js";
import { API_COUNTS, EXECUTOR_COUNTS, metricNamespace, VERDICTS } from "./metrics.js";

const WIDTH = 12;
const HEIGHT = 6;

/** One page with what an operator looks at first: the edge, verdicts, faults, durations, tables. */
export function dashboard(watched: Watched, account: AwsAccount): cloudwatch.Dashboard {
  const { api, executors, problems, submissions, distribution } = watched;
  const namespace = metricNamespace();
  const functions = [api, ...executors.map(({ executor }) => executor)];
  const ofFunctions = (metric: string) =>
    functions.map(({ name }) => ["AWS/Lambda", metric, "FunctionName", name]);
  const ofEdge = (metric: string) => [
    ["AWS/CloudFront", metric, "DistributionId", distribution.id, "Region", "Global"],
  ];
  const charts = [
    chart("Requests at the edge", "Sum", ofEdge("Requests"), EDGE_REGION),
    chart(
      "Errors at the edge (%)",
      "Average",
      [...ofEdge("4xxErrorRate"), ...ofEdge("5xxErrorRate")],
      EDGE_REGION,
    ),
    chart("Verdicts", "Sum", [
      // The namespace has hyphens, and so is quoted.
      [
        {
          expression: `SEARCH('{"${namespace}",status} MetricName="${VERDICTS}"', 'Sum')`,
          id: "v",
        },
      ],
    ]),
    chart(
      "What went wrong",
      "Sum",
      Object.keys({ ...API_COUNTS, ...EXECUTOR_COUNTS }).map((name) => [namespace, name]),
    ),
    chart("Duration (p99, ms)", "p99", ofFunctions("Duration")),
    chart("Running at once", "Maximum", ofFunctions("ConcurrentExecutions")),
    chart("Function errors and throttles", "Sum", [
      ...ofFunctions("Errors"),
      ...ofFunctions("Throttles"),
    ]),
    chart("Tables (units and throttles)", "Sum", [
      ["AWS/DynamoDB", "ConsumedWriteCapacityUnits", "TableName", submissions.name],
      ["AWS/DynamoDB", "WriteThrottleEvents", "TableName", submissions.name],
      ["AWS/DynamoDB", "ConsumedReadCapacityUnits", "TableName", problems.name],
      ["AWS/DynamoDB", "ReadThrottleEvents", "TableName", problems.name],
    ]),
  ];
  return new cloudwatch.Dashboard("dashboard", {
    dashboardName: nameOf("overview"),
    dashboardBody: pulumi.jsonStringify({ widgets: charts.map(place) }),
  });

  function chart(title: string, stat: string, metrics: unknown[], region?: string) {
    return {
      title,
      stat,
      metrics,
      period: 300,
      view: "timeSeries",
      region: region ?? account.region,
    };
  }
}

function place(properties: unknown, index: number) {
  return {
    type: "metric",
    x: (index % 2) * WIDTH,
    y: Math.floor(index / 2) * HEIGHT,
    width: WIDTH,
    height: HEIGHT,
    properties,
  };
}

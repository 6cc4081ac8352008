import { beforeAll, describe, expect, it } from "vitest";
import { SUBMISSION_INDEXES } from "../../../api/tables.js";
import { GIVEN } from "../support/configurations.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";
import type { Inputs } from "../support/recording-monitor.js";

const API = { FunctionName: "edge-grader-code-grader-dev" };
const EXECUTOR = { FunctionName: "edge-grader-code-executor-dev" };
const TABLE = { TableName: "edge-grader-submissions-dev" };
const PROBLEMS = { TableName: "edge-grader-problems-dev" };
const DISTRIBUTION = { DistributionId: "E2DISTRIBUTION", Region: "Global" };

/** Metric, and what it is of. */
const WATCHED: [string, string, Record<string, string>][] = [
  ["AWS/Lambda", "Errors", API],
  ["AWS/Lambda", "Errors", EXECUTOR],
  ["AWS/Lambda", "Throttles", API],
  ["AWS/Lambda", "Throttles", EXECUTOR],
  ["AWS/Lambda", "Duration", API],
  ["AWS/Lambda", "Duration", EXECUTOR],
  ["AWS/DynamoDB", "WriteThrottleEvents", TABLE],
  ...SUBMISSION_INDEXES.map(({ indexName }): [string, string, Record<string, string>] => [
    "AWS/DynamoDB",
    "WriteThrottleEvents",
    { ...TABLE, GlobalSecondaryIndexName: indexName },
  ]),
  ["AWS/DynamoDB", "ReadThrottleEvents", PROBLEMS],
  [
    "AWS/DynamoDB",
    "ReadThrottleEvents",
    { ...PROBLEMS, GlobalSecondaryIndexName: "ListedProblemsIndex" },
  ],
  ["AWS/CloudFront", "5xxErrorRate", DISTRIBUTION],
  ["AWS/CloudFront", "4xxErrorRate", DISTRIBUTION],
  ["edge-grader-metrics-dev", "JailFailures", {}],
  ["edge-grader-metrics-dev", "StorageFailures", {}],
  ["edge-grader-metrics-dev", "InternalErrors", {}],
  ["edge-grader-metrics-dev", "ExecutorBusy", {}],
  ["edge-grader-metrics-dev", "OriginRejects", {}],
];

/** What must not happen once; everything else has to last before somebody is woken. */
const TOLD_AT_ONCE = ["JailFailures", "InternalErrors", "HealthCheckStatus"];

describe("alarms", () => {
  let stack: DeployedStack;
  let alarms: Inputs[];

  beforeAll(async () => {
    stack = await deployStack();
    alarms = stack.all("cloudwatch/metricAlarm").map(({ inputs }) => inputs);
  });

  const find = (namespace: string, metricName: string, dimensions: Record<string, string>) =>
    alarms.filter(
      (alarm) =>
        alarm.namespace === namespace &&
        alarm.metricName === metricName &&
        JSON.stringify(Object.entries(alarm.dimensions).sort()) ===
          JSON.stringify(Object.entries(dimensions).sort()),
    );

  it.each(WATCHED)("watch %s %s of %j", (namespace, metricName, dimensions) => {
    const [alarm, ...others] = find(namespace, metricName, dimensions);
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "notBreaching",
      alarmDescription: expect.stringMatching(/\w+ \w+/),
    });
  });

  it("watch nothing else", () => {
    const fromInside = alarms.filter(({ namespace }) => namespace !== "AWS/Route53");
    expect(fromInside).toHaveLength(WATCHED.length);
  });

  it("tell of a single event only where one is too many", () => {
    for (const { metricName, evaluationPeriods, datapointsToAlarm } of alarms) {
      const lasts = TOLD_AT_ONCE.includes(metricName) ? [1, 1] : [3, 2];
      expect([metricName, evaluationPeriods, datapointsToAlarm]).toEqual([metricName, ...lasts]);
    }
  });

  it("tell when the service is not answered from outside, or nobody can ask any more", () => {
    const [alarm] = find("AWS/Route53", "HealthCheckStatus", { HealthCheckId: "id-of-health" });
    expect(alarm).toMatchObject({
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
      statistic: "Minimum",
      treatMissingData: "breaching",
    });
    expect(stack.the("route53/healthCheck").inputs).toMatchObject({
      type: "HTTPS",
      fqdn: "d2distribution.cloudfront.net",
      port: 443,
      resourcePath: "/health",
      enableSni: true,
    });
  });

  it("ask from outside at the domain that students use, or not at all", async () => {
    const { domainName, certificateArn } = GIVEN;
    const named = await deployStack({ domainName, certificateArn });
    expect(named.the("route53/healthCheck").inputs.fqdn).toBe(domainName);
    const unasked = await deployStack({ healthCheck: "false" });
    expect(unasked.all("route53/healthCheck")).toEqual([]);
    const watched = unasked.all("cloudwatch/metricAlarm").map(({ inputs }) => inputs.namespace);
    expect(watched).not.toContain("AWS/Route53");
  });

  it.each([
    ["the API's", API, 100],
    ["the executor's", EXECUTOR, 40],
  ])("tell when one in a hundred comes near %s time-out", (_, dimensions, timeoutSeconds) => {
    const [alarm] = find("AWS/Lambda", "Duration", dimensions);
    expect(alarm?.extendedStatistic).toBe("p99");
    expect(alarm?.statistic).toBeUndefined();
    expect(alarm?.threshold).toBeGreaterThanOrEqual(timeoutSeconds * 800);
    expect(alarm?.threshold).toBeLessThan(timeoutSeconds * 1000);
  });

  it("follow the executor's time-out", async () => {
    const slower = await deployStack({ executorTimeoutSeconds: "60" });
    const { inputs } = slower.the("cloudwatch/metricAlarm", "alarm-code-executor-duration");
    expect(inputs.threshold).toBe(54_000);
  });

  it("watch the functions for JavaScript as they do Python's", async () => {
    const { all } = await deployStack({ languages: "python3.12,javascript" });
    const ofFunction = (name: string) =>
      all("cloudwatch/metricAlarm")
        .filter(({ inputs }) => inputs.dimensions?.FunctionName === `edge-grader-${name}-dev`)
        .map(({ inputs: { metricName, threshold, statistic, extendedStatistic } }) => ({
          metricName,
          threshold,
          statistic: statistic ?? extendedStatistic,
        }));
    expect(ofFunction("javascript-executor")).toEqual(ofFunction("code-executor"));
    expect(ofFunction("javascript-executor")).toHaveLength(3);
  });

  it("watch the tables that are given as they would the stack's own", async () => {
    const { submissionsTableName, problemsTableName } = GIVEN;
    const given = await deployStack({ submissionsTableName, problemsTableName });
    const watched = given
      .all("cloudwatch/metricAlarm")
      .filter(({ inputs }) => inputs.namespace === "AWS/DynamoDB")
      .map(({ inputs }) => [inputs.metricName, inputs.dimensions.TableName]);
    expect(watched).toHaveLength(SUBMISSION_INDEXES.length + 2);
    for (const [metricName, table] of watched) {
      expect(table).toBe(
        metricName === "ReadThrottleEvents" ? problemsTableName : submissionsTableName,
      );
    }
  });

  it("of our own metrics watch one that a filter counts, with a zero between the counts", () => {
    const counted = stack
      .all("cloudwatch/logMetricFilter")
      .map(({ inputs }) => inputs.metricTransformation);
    for (const alarm of alarms.filter(({ namespace }) => !namespace.startsWith("AWS/"))) {
      const transformations = counted.filter(
        ({ namespace, name }) => namespace === alarm.namespace && name === alarm.metricName,
      );
      expect(transformations).toMatchObject([{ value: "1", defaultValue: "0" }]);
    }
  });

  it("are where their metric is, CloudFront's and Route 53's in us-east-1", () => {
    for (const { namespace, region } of alarms) {
      const isGlobal = ["AWS/CloudFront", "AWS/Route53"].includes(namespace);
      expect(region).toBe(isGlobal ? "us-east-1" : undefined);
    }
  });

  it("tell nobody without a topic", () => {
    for (const alarm of alarms) expect([alarm.alarmActions, alarm.okActions]).toEqual([[], []]);
  });

  it("tell the topic of their region when they begin and when they end", async () => {
    const { alarmTopicArn, edgeAlarmTopicArn } = GIVEN;
    const told = await deployStack({ alarmTopicArn, edgeAlarmTopicArn });
    for (const { inputs } of told.all("cloudwatch/metricAlarm")) {
      const topic = inputs.region === "us-east-1" ? edgeAlarmTopicArn : alarmTopicArn;
      expect([inputs.alarmActions, inputs.okActions]).toEqual([[topic], [topic]]);
    }
  });

  it("write to the address that is configured, from every region, beside the topics", async () => {
    const { alarmTopicArn, edgeAlarmTopicArn } = GIVEN;
    const alarmEmail = "operator@site.example";
    const told = await deployStack({ alarmEmail, alarmTopicArn, edgeAlarmTopicArn });
    const topics = told.all("sns/topic").map(({ state }) => state.arn);
    const mailed = told.all("sns/topicSubscription").map(({ inputs }) => inputs);
    expect(mailed.map(({ topic }) => topic).sort()).toEqual([...topics].sort());
    for (const { protocol, endpoint, topic, region } of mailed) {
      expect([protocol, endpoint]).toEqual(["email", alarmEmail]);
      expect(topic.split(":")[3]).toBe(region ?? "ap-northeast-2");
    }
    for (const { inputs } of told.all("cloudwatch/metricAlarm")) {
      const region = inputs.region ?? "ap-northeast-2";
      const inRegion = [alarmTopicArn, edgeAlarmTopicArn, ...topics].filter(
        (topic) => topic.split(":")[3] === region,
      );
      expect(inRegion).toHaveLength(2);
      expect(inputs.alarmActions).toEqual(inRegion);
    }
  });

  it("are joined by a budget, of which the same address hears", async () => {
    expect(stack.all("budgets/budget")).toEqual([]);
    const alarmEmail = "operator@site.example";
    const limited = await deployStack({ alarmEmail, monthlyBudgetUsd: "50" });
    const { limitAmount, limitUnit, timeUnit, notifications } =
      limited.the("budgets/budget").inputs;
    expect([limitAmount, limitUnit, timeUnit]).toEqual(["50", "USD", "MONTHLY"]);
    expect(notifications.map(({ notificationType }: Inputs) => notificationType)).toEqual([
      "ACTUAL",
      "FORECASTED",
    ]);
    for (const { subscriberEmailAddresses } of notifications) {
      expect(subscriberEmailAddresses).toEqual([alarmEmail]);
    }
  });
});

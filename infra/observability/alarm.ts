import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameOf } from "../name-of.js";
import { EDGE_REGION } from "../regions.js";
import type { StackConfig } from "../stack-config.js";

/** A metric that should stay at or below its threshold. */
export interface Alarm {
  readonly name: string;
  /** What is wrong, for whoever is woken. */
  readonly description: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Record<string, pulumi.Input<string>>;
  readonly statistic: "Sum" | "Average" | "p99";
  readonly threshold: number;
  /** Where the metric lives, when not in the stack's own region. */
  readonly region?: typeof EDGE_REGION;
}

const PERIOD_SECONDS = 300;

/** Tells the topic of its region, where one is configured, when it begins and when it is over. */
export function createAlarm(config: StackConfig, alarm: Alarm): void {
  const { name, description, statistic, region, ...metric } = alarm;
  const topic = region === EDGE_REGION ? config.edgeAlarmTopicArn : config.alarmTopicArn;
  const topics = topic === undefined ? [] : [topic];
  new cloudwatch.MetricAlarm(`alarm-${name}`, {
    ...metric,
    ...(region && { region }),
    ...(statistic === "p99" ? { extendedStatistic: statistic } : { statistic }),
    name: nameOf(name),
    alarmDescription: description,
    comparisonOperator: "GreaterThanThreshold",
    period: PERIOD_SECONDS,
    evaluationPeriods: 1,
    // Nobody asked, so nobody was failed.
    treatMissingData: "notBreaching",
    alarmActions: topics,
    okActions: topics,
  });
}

import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameOf } from "../name-of.js";
import { EDGE_REGION } from "../regions.js";
import type { AlarmTopics } from "./alarm-topics.js";

/**
 * How long something must be wrong before somebody is told, in periods of five minutes: a single event
 * is one that must not happen at all, or one among others.
 */
const SPANS = {
  "at once": { evaluationPeriods: 1, datapointsToAlarm: 1 },
  lasting: { evaluationPeriods: 3, datapointsToAlarm: 2 },
} as const;

/** A metric that should stay on its side of a threshold. */
export interface Alarm {
  readonly name: string;
  /** What is wrong, for whoever is woken. */
  readonly description: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Record<string, pulumi.Input<string>>;
  readonly statistic: "Sum" | "Average" | "Minimum" | "p99";
  readonly threshold: number;
  readonly tells: keyof typeof SPANS;
  /** Whether too little is what is wrong, and no figure at all as well. */
  readonly isLow?: boolean;
  /** Where the metric lives, when not in the stack's own region. */
  readonly region?: typeof EDGE_REGION;
}

const PERIOD_SECONDS = 300;

/** Tells the topics of its region when it begins and when it is over. */
export function createAlarm(alarm: Alarm, { ofStack, ofEdge }: AlarmTopics): void {
  const { name, description, statistic, region, tells, isLow = false, ...metric } = alarm;
  const topics = region === EDGE_REGION ? ofEdge : ofStack;
  new cloudwatch.MetricAlarm(`alarm-${name}`, {
    ...metric,
    ...(region && { region }),
    ...(statistic === "p99" ? { extendedStatistic: statistic } : { statistic }),
    name: nameOf(name),
    alarmDescription: description,
    comparisonOperator: isLow ? "LessThanThreshold" : "GreaterThanThreshold",
    period: PERIOD_SECONDS,
    ...SPANS[tells],
    // Nobody asked, so nobody was failed; but a check that reports nothing is one that failed.
    treatMissingData: isLow ? "breaching" : "notBreaching",
    alarmActions: topics,
    okActions: topics,
  });
}

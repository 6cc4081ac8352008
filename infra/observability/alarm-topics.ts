import * as sns from "@pulumi/aws/sns/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameOf } from "../name-of.js";
import { EDGE_REGION } from "../regions.js";
import type { StackConfig } from "../stack-config.js";

/** Who hears of alarms, by where the alarms live: a topic of another region hears of none. */
export interface AlarmTopics {
  readonly ofStack: pulumi.Input<string>[];
  readonly ofEdge: pulumi.Input<string>[];
}

/** The topics that the configuration names, and where it names an address those that write to it. */
export function alarmTopics(config: StackConfig): AlarmTopics {
  const { alarmEmail, alarmTopicArn, edgeAlarmTopicArn } = config;
  const given = (topic: string | undefined) => (topic === undefined ? [] : [topic]);
  const writing = (what: string, place: { region?: string }) =>
    alarmEmail === undefined ? [] : [writingTopic(what, alarmEmail, place)];
  return {
    ofStack: [...given(alarmTopicArn), ...writing("alarms", {})],
    ofEdge: [...given(edgeAlarmTopicArn), ...writing("edge-alarms", { region: EDGE_REGION })],
  };
}

function writingTopic(what: string, address: string, place: { region?: string }) {
  const topic = new sns.Topic(what, { name: nameOf(what), ...place });
  new sns.TopicSubscription(`${what}-email`, {
    topic: topic.arn,
    protocol: "email",
    endpoint: address,
    ...place,
  });
  return topic.arn;
}

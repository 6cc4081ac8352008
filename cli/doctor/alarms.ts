import {
  type CloudWatchClient,
  type MetricAlarm,
  paginateDescribeAlarms,
} from "@aws-sdk/client-cloudwatch";
import { type Finding, fails, holds, warns } from "./finding.js";
import { REDEPLOY } from "./remedies.js";
import { stage } from "./stage.js";

const WHAT = "code-grader";

export const alarms = stage({
  name: "alarms",
  needs: ["clients", "outputs", "deployed"],
  async run({ clients, outputs: { codeGraderLambdaName } }) {
    // All names are `<project>-<what>-<stack>`.
    const [prefix = "", suffix = ""] = (codeGraderLambdaName ?? "").split(WHAT);
    const found = [
      ...(await alarmsOf(clients.metrics, prefix, suffix)),
      ...(await alarmsOf(clients.edgeMetrics, prefix, suffix)),
    ];
    const all = [...new Map(found.map((one) => [one.AlarmArn, one])).values()];
    if (all.length === 0) return [fails("There are no alarms.", REDEPLOY)];
    const findings = [...all.filter(isRinging).map(ringing), ...silent(all)];
    return findings.some(({ kind }) => kind === "fails")
      ? findings
      : [holds(`None of the ${all.length} alarms rings.`), ...findings];
  },
});

async function alarmsOf(client: CloudWatchClient, prefix: string, suffix: string) {
  const found: MetricAlarm[] = [];
  for await (const page of paginateDescribeAlarms({ client }, { AlarmNamePrefix: prefix })) {
    found.push(...(page.MetricAlarms ?? []));
  }
  return found.filter(({ AlarmName }) => AlarmName?.endsWith(suffix));
}

const isRinging = ({ StateValue }: MetricAlarm) => StateValue === "ALARM";

function ringing({ AlarmName, AlarmDescription, StateUpdatedTimestamp }: MetricAlarm): Finding {
  const since = StateUpdatedTimestamp?.toISOString() ?? "an unknown time";
  return fails(
    `${AlarmName} rings since ${since}: ${AlarmDescription}.`,
    `aws cloudwatch describe-alarm-history --alarm-name ${AlarmName}`,
  );
}

function silent(all: readonly MetricAlarm[]): Finding[] {
  const mute = all.filter(
    ({ ActionsEnabled, AlarmActions = [] }) =>
      ActionsEnabled === false || AlarmActions.length === 0,
  );
  if (mute.length === 0) return [];
  return [
    warns(
      `${mute.length} of ${all.length} alarms tell nobody when they ring.`,
      "npx pulumi config set alarmEmail operator@site.example && npx pulumi up",
    ),
  ];
}

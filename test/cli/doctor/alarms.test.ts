import { expect, it } from "vitest";
import { alarms } from "../../../cli/doctor/alarms.js";
import { kinds } from "../../support/cli/examine.js";
import { examineCloud } from "../../support/cli/examine-cloud.js";

const alarm = (what: string, changes: object = {}) => ({
  AlarmName: `edge-grader-${what}-prod`,
  AlarmArn: `arn:aws:cloudwatch:${what}`,
  AlarmDescription: `${what} is wrong`,
  ActionsEnabled: true,
  AlarmActions: ["arn:aws:sns:ap-northeast-2:123456789012:alarms"],
  StateValue: "OK",
  ...changes,
});

/** Alarms of the stack's region and of the edge's. */
const withAlarms = (here: object[], edge: object[] = [alarm("edge-5xx")]) =>
  examineCloud(alarms, {
    DescribeAlarms: ({ region }: { region: string }) => ({
      MetricAlarms: region === "us-east-1" ? edge : here,
    }),
  });

it("holds where none rings, in both regions", async () => {
  const findings = await withAlarms([alarm("InternalErrors")]);
  expect(findings).toEqual([{ kind: "holds", sentence: "None of the 2 alarms rings." }]);
});

it.each(["here", "at the edge"])("fails where one rings %s, and says since when", async (where) => {
  const ringing = alarm("JailFailures", {
    StateValue: "ALARM",
    StateUpdatedTimestamp: 1_795_000_000,
  });
  const [finding] = await (where === "here"
    ? withAlarms([ringing])
    : withAlarms([alarm("InternalErrors")], [ringing]));
  expect(finding).toMatchObject({
    kind: "fails",
    command: expect.stringContaining("edge-grader-JailFailures-prod"),
  });
  expect(finding?.sentence).toMatch(/rings since 2026-11-18T.*: JailFailures is wrong/);
});

it("does not hear another stack's", async () => {
  const other = { AlarmName: "edge-grader-InternalErrors-dev", StateValue: "ALARM" };
  const findings = await withAlarms([alarm("InternalErrors"), alarm("x", other)]);
  expect(findings).toEqual([{ kind: "holds", sentence: "None of the 2 alarms rings." }]);
});

it("warns of those that tell nobody", async () => {
  const mute = [
    alarm("InternalErrors", { AlarmActions: [] }),
    alarm("y", { ActionsEnabled: false }),
  ];
  const findings = await withAlarms(mute);
  expect(kinds(findings)).toEqual(["holds", "warns"]);
  expect(findings[1]?.sentence).toContain("2 of 3 alarms tell nobody");
  expect(findings[1]?.command).toContain("npx pulumi config set alarmEmail");
});

it("fails where there are none", async () => {
  const sentence = "There are no alarms.";
  const command = "npx pulumi up --refresh";
  expect(await withAlarms([], [])).toEqual([{ kind: "fails", sentence, command }]);
});

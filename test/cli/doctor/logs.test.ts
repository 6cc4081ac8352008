import { expect, it } from "vitest";
import { logs } from "../../../cli/doctor/logs.js";
import { kinds } from "../../support/cli/examine.js";
import { examineCloud } from "../../support/cli/examine-cloud.js";

const facts = { token: "t", problemId: "two-sum", begunAtMs: 1_795_000_000_000, lookEveryMs: 1 };
const filters = (...names: string[]) => ({
  metricFilters: names.map((filterName) => ({
    filterName,
    metricTransformations: [
      { metricName: filterName, metricNamespace: "edge-grader-metrics-prod", metricValue: "1" },
    ],
  })),
});
const ALL = filters("Verdicts", "InternalErrors");

it("waits until the line of the submission is there", async () => {
  const looks: unknown[] = [];
  const FilterLogEvents = (input: unknown) => {
    looks.push(input);
    return { events: looks.length < 3 ? [] : [{ message: "{}" }] };
  };
  const findings = await examineCloud(logs, { FilterLogEvents, DescribeMetricFilters: ALL }, facts);
  expect(kinds(findings)).toEqual(["holds", "holds"]);
  expect(looks).toHaveLength(3);
  expect(looks[0]).toMatchObject({
    logGroupName: "/aws/lambda/edge-grader-code-grader-prod",
    startTime: facts.begunAtMs,
  });
});

it("fails where none comes", async () => {
  const answers = { FilterLogEvents: { events: [] }, DescribeMetricFilters: ALL };
  const findings = await examineCloud(logs, answers, facts);
  expect(kinds(findings)).toEqual(["fails", "holds"]);
  expect(findings[0]).toMatchObject({
    sentence: expect.stringContaining("has left no line in /aws/lambda/edge-grader-code-grader"),
    command: "aws logs tail /aws/lambda/edge-grader-code-grader-prod --since 15m",
  });
});

it("fails where nothing counts verdicts", async () => {
  const answers = {
    FilterLogEvents: { events: [{ message: "{}" }] },
    DescribeMetricFilters: filters("InternalErrors"),
  };
  const findings = await examineCloud(logs, answers, facts);
  expect(kinds(findings)).toEqual(["holds", "fails"]);
  expect(findings[1]).toMatchObject({
    sentence: "Nothing counts verdicts in the log.",
    command: "npx pulumi up --refresh",
  });
});

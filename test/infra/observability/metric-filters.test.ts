import { beforeAll, describe, expect, it } from "vitest";
import { type Incident, logOfIncidents } from "../support/api-log.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";
import { logOfLeftovers, logOfOpenJail } from "../support/executor-log.js";
import { parseFilterPattern } from "../support/filter-pattern.js";

/** How many of the lines of each incident a metric counts; of the others it counts none. */
const COUNTED: Readonly<Record<string, Partial<Record<Incident, number>>>> = {
  OriginRejects: { forbidden: 1 },
  TokenRejects: { unauthorized: 1 },
  ExecutorBusy: { busy: 1 },
  // Once with both cases, then each by itself.
  ExecutorDeaths: { died: 3 },
  UnusableProblems: { "unusable problem": 1 },
  StorageFailures: { "not read": 1, "not saved": 1 },
  InternalErrors: { "internal error": 1 },
  Verdicts: { graded: 1, died: 1, "unusable problem": 1 },
};

describe("metric filters", () => {
  let stack: DeployedStack;

  beforeAll(async () => {
    stack = await deployStack();
  });

  const filtersOf = (logGroup: string) =>
    stack
      .all("cloudwatch/logMetricFilter")
      .map(({ inputs }) => inputs)
      .filter(({ logGroupName }) => logGroupName === `/aws/lambda/edge-grader-${logGroup}-dev`);

  const count = (pattern: string, lines: readonly string[]) =>
    lines.filter(parseFilterPattern(pattern)).length;

  it("count exactly the API's lines that they are named for", async () => {
    const log = await logOfIncidents();
    const counts = filtersOf("code-grader").map(({ name, pattern }) => {
      const perIncident = [...log].map(([incident, lines]) => [incident, count(pattern, lines)]);
      return [name, Object.fromEntries(perIncident.filter(([, matches]) => matches !== 0))];
    });
    expect(Object.fromEntries(counts)).toEqual(COUNTED);
  });

  it("find a verdict's status in the lines that they count it by", async () => {
    const { pattern, metricTransformation } = stack.the(
      "cloudwatch/logMetricFilter",
      "metric-Verdicts",
    ).inputs;
    expect(metricTransformation.dimensions).toEqual({ status: "$.status" });
    const lines = (await logOfIncidents()).get("graded") ?? [];
    const [graded] = lines.filter(parseFilterPattern(pattern));
    expect(JSON.parse(graded ?? "{}").status).toBe("ACCEPTED");
  });

  it("count environments that the executor gave up, and which of them for an open jail", async () => {
    const counts = async (lines: Promise<string[]>) => {
      const read = await lines;
      const each = filtersOf("code-executor").map(({ name, pattern }) => [
        name,
        count(pattern, read),
      ]);
      return Object.fromEntries(each);
    };
    expect(await counts(logOfOpenJail())).toEqual({ EnvironmentsGivenUp: 1, JailFailures: 1 });
    expect(await counts(logOfLeftovers())).toEqual({ EnvironmentsGivenUp: 1, JailFailures: 0 });
  });

  it("count the lines of JavaScript's executor as they do those of Python's, into the same metrics", async () => {
    const both = await deployStack({ languages: "python3.12,javascript" });
    const ofGroup = (group: string) =>
      both
        .all("cloudwatch/logMetricFilter")
        .filter(({ inputs }) => inputs.logGroupName === `/aws/lambda/edge-grader-${group}-dev`)
        .map(({ inputs: { name, pattern, metricTransformation } }) => ({
          name,
          pattern,
          metricTransformation,
        }));
    expect(ofGroup("javascript-executor")).toEqual(ofGroup("code-executor"));
    expect(ofGroup("javascript-executor")).toHaveLength(2);
  });

  it("count one for a line, in the stack's own namespace, under the filter's name", () => {
    const filters = [...filtersOf("code-grader"), ...filtersOf("code-executor")];
    expect(filters).toHaveLength(stack.all("cloudwatch/logMetricFilter").length);
    for (const { name, metricTransformation } of filters) {
      expect(metricTransformation).toMatchObject({
        namespace: "edge-grader-metrics-dev",
        name,
        value: "1",
      });
      // CloudWatch takes a default or dimensions, not both.
      const { defaultValue, dimensions } = metricTransformation;
      expect([defaultValue, dimensions].filter((given) => given !== undefined)).toHaveLength(1);
    }
  });
});

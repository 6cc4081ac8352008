import { beforeAll, describe, expect, it } from "vitest";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly properties: {
    readonly title: string;
    readonly region: string;
    readonly metrics: (string | { readonly expression: string })[][];
  };
}

const NAMESPACE = "edge-grader-metrics-dev";

describe("the dashboard", () => {
  let stack: DeployedStack;
  let widgets: Widget[];

  beforeAll(async () => {
    stack = await deployStack();
    widgets = JSON.parse(stack.the("cloudwatch/dashboard").inputs.dashboardBody).widgets;
  });

  /** Every line of a chart, with the region that the chart looks in. */
  const lines = () =>
    widgets.flatMap(({ properties: { metrics, region } }) =>
      metrics.map((metric) => ({ metric, region })),
    );

  const ofNamespace = (namespace: string) =>
    lines().filter(({ metric: [first] }) => first === namespace);

  it("is named in the outputs", () => {
    const { dashboardName } = stack.the("cloudwatch/dashboard").inputs;
    expect(stack.outputs.dashboardName).toBe(dashboardName);
  });

  it("has charts of metrics only, none on top of another, within the grid", () => {
    const places = widgets.map(({ x, y }) => `${x},${y}`);
    expect(new Set(places).size).toBe(widgets.length);
    for (const { type, x, width, properties } of widgets) {
      expect(type).toBe("metric");
      expect(x + width).toBeLessThanOrEqual(24);
      expect(properties.metrics.length).toBeGreaterThan(0);
    }
  });

  it("shows the functions, the tables and the distribution that exist", () => {
    const functions = stack.all("lambda/function").map(({ inputs }) => inputs.name);
    for (const { metric, region } of ofNamespace("AWS/Lambda")) {
      expect(metric).toEqual(["AWS/Lambda", expect.any(String), "FunctionName", expect.anything()]);
      expect(functions).toContain(metric[3]);
      expect(region).toBe("ap-northeast-2");
    }
    const { submissionsTableName, problemsTableName } = stack.outputs;
    expect(ofNamespace("AWS/DynamoDB").map(({ metric }) => metric.slice(1))).toEqual([
      ["ConsumedWriteCapacityUnits", "TableName", submissionsTableName],
      ["WriteThrottleEvents", "TableName", submissionsTableName],
      ["ConsumedReadCapacityUnits", "TableName", problemsTableName],
      ["ReadThrottleEvents", "TableName", problemsTableName],
    ]);
    for (const { metric, region } of ofNamespace("AWS/CloudFront")) {
      const dimensions = ["DistributionId", stack.outputs.distributionId, "Region", "Global"];
      expect(metric.slice(2)).toEqual(dimensions);
      expect(region).toBe("us-east-1");
    }
    expect(ofNamespace("AWS/Lambda")).not.toEqual([]);
    expect(ofNamespace("AWS/CloudFront")).not.toEqual([]);
  });

  it("shows the executor for JavaScript wherever it shows Python's", async () => {
    const both = await deployStack({ languages: "python3.12,javascript" });
    const body = both.the("cloudwatch/dashboard").inputs.dashboardBody;
    const charts = (JSON.parse(body).widgets as Widget[]).map(({ properties }) => properties);
    const names = (metrics: Widget["properties"]["metrics"], what: string) =>
      metrics.filter(([, , , name]) => name === `edge-grader-${what}-dev`).map(([, name]) => name);
    const shown = charts.map(({ metrics }) => names(metrics, "javascript-executor"));
    expect(shown).toEqual(charts.map(({ metrics }) => names(metrics, "code-executor")));
    expect(shown.flat().sort()).toEqual([
      "ConcurrentExecutions",
      "Duration",
      "Errors",
      "Throttles",
    ]);
  });

  it("shows everything that is counted in the logs", () => {
    const filters = stack.all("cloudwatch/logMetricFilter").map(({ inputs }) => inputs);
    const counted = filters.filter(({ name }) => name !== "Verdicts").map(({ name }) => name);
    const shown = ofNamespace(NAMESPACE).map(({ metric }) => metric[1]);
    expect(shown.sort()).toEqual(counted.sort());
  });

  it("searches for verdicts by the status that they are counted by", () => {
    const searches = lines().flatMap(({ metric: [first] }) =>
      typeof first === "object" ? [first.expression] : [],
    );
    // A namespace that is more than letters and digits has to be quoted:
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html
    expect(searches).toEqual([`SEARCH('{"${NAMESPACE}",status} MetricName="Verdicts"', 'Sum')`]);
    const { metricTransformation } = stack.the(
      "cloudwatch/logMetricFilter",
      "metric-Verdicts",
    ).inputs;
    expect(metricTransformation).toMatchObject({
      namespace: NAMESPACE,
      name: "Verdicts",
      dimensions: { status: "$.status" },
    });
  });

  it("shows nothing that does not exist in some other namespace", () => {
    const known = ["AWS/Lambda", "AWS/DynamoDB", "AWS/CloudFront", NAMESPACE];
    const namespaces = lines().flatMap(({ metric: [first] }) =>
      typeof first === "string" ? [first] : [],
    );
    expect(namespaces.filter((namespace) => !known.includes(namespace))).toEqual([]);
  });
});

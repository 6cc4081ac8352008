import { setTimeout as delay } from "node:timers/promises";
import {
  DescribeMetricFiltersCommand,
  paginateFilterLogEvents,
} from "@aws-sdk/client-cloudwatch-logs";
import { type Finding, fails, holds } from "./finding.js";
import type { Circumstances, Facts } from "./known.js";
import { REDEPLOY } from "./remedies.js";
import { stage } from "./stage.js";

const GRADED = '{ $.event = "submission.graded" && $.submissionId = "doctor-*" }';
/** A line is there within seconds as a rule. */
const LOOKS = 12;

/** What is left of the submission that was graded before: its line, and what counts it. */
export const logs = stage({
  name: "logs",
  needs: ["clients", "outputs", "deployed", "token", "problemId"],
  async run(known) {
    const logGroupName = `/aws/lambda/${known.outputs.codeGraderLambdaName ?? ""}`;
    return [await findLine(known, logGroupName), await findMetric(known, logGroupName)];
  },
});

type Known = Circumstances & Pick<Facts, "clients">;

async function findLine(known: Known, logGroupName: string): Promise<Finding> {
  const { clients, signal, begunAtMs = 0, lookEveryMs = 5000 } = known;
  for (let look = 0; look < LOOKS; look += 1) {
    if (look > 0) await delay(lookEveryMs, undefined, { signal });
    const pages = paginateFilterLogEvents(
      { client: clients.logs },
      { logGroupName, filterPattern: GRADED, startTime: begunAtMs },
    );
    for await (const { events = [] } of pages) {
      if (events.length > 0) return holds(`The submission's line is in ${logGroupName}.`);
    }
  }
  return fails(
    `The submission has left no line in ${logGroupName}.`,
    `aws logs tail ${logGroupName} --since 15m`,
  );
}

async function findMetric({ clients }: Known, logGroupName: string): Promise<Finding> {
  const { metricFilters = [] } = await clients.logs.send(
    new DescribeMetricFiltersCommand({ logGroupName }),
  );
  const [verdicts] = metricFilters
    .filter(({ filterName }) => filterName === "Verdicts")
    .flatMap(({ metricTransformations = [] }) => metricTransformations);
  return verdicts === undefined
    ? fails("Nothing counts verdicts in the log.", REDEPLOY)
    : holds(
        `Verdicts are counted in ${verdicts.metricNamespace}, with ${metricFilters.length - 1} metrics more.`,
      );
}

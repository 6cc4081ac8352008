import * as wafv2 from "@pulumi/aws/wafv2/index.js";
import { nameOf } from "./name-of.js";
import { EDGE_REGION } from "./regions.js";
import type { StackConfig } from "./stack-config.js";

const WINDOW_SECONDS = 300;

/** Blocks an address that asks too often; undefined where no limit is configured. */
export function webAcl({ rateLimitPerIp }: StackConfig): wafv2.WebAcl | undefined {
  if (rateLimitPerIp === 0) return undefined;
  return new wafv2.WebAcl("web-acl", {
    name: nameOf("web-acl"),
    region: EDGE_REGION,
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    rules: [
      {
        name: "rate-per-address",
        priority: 0,
        action: { block: { customResponse: { responseCode: 429 } } },
        statement: {
          rateBasedStatement: {
            aggregateKeyType: "IP",
            limit: rateLimitPerIp,
            evaluationWindowSec: WINDOW_SECONDS,
          },
        },
        visibilityConfig: visibility("rate-per-address"),
      },
    ],
    visibilityConfig: visibility("web-acl"),
  });
}

function visibility(what: string) {
  return {
    cloudwatchMetricsEnabled: true,
    sampledRequestsEnabled: false,
    metricName: nameOf(what),
  };
}

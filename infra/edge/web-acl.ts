import * as wafv2 from "@pulumi/aws/wafv2/index.js";
import { nameOf } from "../name-of.js";
import { EDGE_REGION } from "../regions.js";
import type { StackConfig } from "../stack-config.js";

const WINDOW_SECONDS = 300;

const TOO_MANY = "TooManyRequests";

/** What a blocked request is answered, in the form of the app's own errors. */
// A web ACL cannot answer with the caller's origin, and there is nothing in this that a page elsewhere
// must not read.
export const REFUSAL = {
  body: {
    error: "Too many requests from your address; please try again in a few minutes.",
    code: TOO_MANY,
  },
  headers: {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "X-Amzn-ErrorType, Retry-After",
    "X-Amzn-ErrorType": TOO_MANY,
    "Retry-After": String(WINDOW_SECONDS),
  },
};

/** Blocks an address that asks too often; undefined where no limit is configured. */
export function webAcl({ rateLimitPerIp }: StackConfig): wafv2.WebAcl | undefined {
  if (rateLimitPerIp === 0) return undefined;
  return new wafv2.WebAcl("web-acl", {
    name: nameOf("web-acl"),
    region: EDGE_REGION,
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    customResponseBodies: [
      { key: TOO_MANY, contentType: "APPLICATION_JSON", content: JSON.stringify(REFUSAL.body) },
    ],
    rules: [
      {
        name: "rate-per-address",
        priority: 0,
        action: {
          block: {
            customResponse: {
              responseCode: 429,
              customResponseBodyKey: TOO_MANY,
              responseHeaders: Object.entries(REFUSAL.headers).map(([name, value]) => ({
                name,
                value,
              })),
            },
          },
        },
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

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
    error: "Too many requests in a short time; please try again in a few minutes.",
    code: TOO_MANY,
  },
  headers: {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "X-Amzn-ErrorType, Retry-After",
    "X-Amzn-ErrorType": TOO_MANY,
    "Retry-After": String(WINDOW_SECONDS),
  },
};

/** Blocks an address or a token that asks too often; undefined where neither has a limit. */
export function webAcl({
  rateLimitPerIp,
  rateLimitPerToken,
}: StackConfig): wafv2.WebAcl | undefined {
  const statements = [
    { name: "rate-per-address", limit: rateLimitPerIp, aggregateKeyType: "IP" },
    {
      name: "rate-per-token",
      limit: rateLimitPerToken,
      aggregateKeyType: "CUSTOM_KEYS",
      customKeys: [{ header: { name: "authorization", textTransformations: ONE_SPELLING } }],
    },
  ].filter(({ limit }) => limit > 0);
  if (statements.length === 0) return undefined;
  return new wafv2.WebAcl("web-acl", {
    name: nameOf("web-acl"),
    region: EDGE_REGION,
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    customResponseBodies: [
      { key: TOO_MANY, contentType: "APPLICATION_JSON", content: JSON.stringify(REFUSAL.body) },
    ],
    rules: statements.map(({ name, ...statement }, priority) => ({
      name,
      priority,
      action: { block: { customResponse } },
      statement: { rateBasedStatement: { ...statement, evaluationWindowSec: WINDOW_SECONDS } },
      visibilityConfig: visibility(name),
    })),
    visibilityConfig: visibility("web-acl"),
  });
}

/** `Bearer` may be written in small letters and be followed by several spaces. */
const ONE_SPELLING = [
  { priority: 0, type: "COMPRESS_WHITE_SPACE" },
  { priority: 1, type: "LOWERCASE" },
];

const customResponse = {
  responseCode: 429,
  customResponseBodyKey: TOO_MANY,
  responseHeaders: Object.entries(REFUSAL.headers).map(([name, value]) => ({ name, value })),
};

function visibility(what: string) {
  return {
    cloudwatchMetricsEnabled: true,
    sampledRequestsEnabled: false,
    metricName: nameOf(what),
  };
}

import { beforeAll, describe, expect, it } from "vitest";
import { deployStack } from "../support/deployed-stack.js";
import type { Inputs } from "../support/recording-monitor.js";

it("has no web ACL where neither rate has a limit", async () => {
  const stack = await deployStack({ rateLimitPerIp: "0", rateLimitPerToken: "0" });
  expect(stack.the("cloudfront/distribution").inputs.webAclId).toBeUndefined();
  expect(stack.all("wafv2/webAcl")).toEqual([]);
});

it.each([
  [{ rateLimitPerIp: "0" }, ["rate-per-token"]],
  [{ rateLimitPerToken: "0" }, ["rate-per-address"]],
])("either limit can be turned off by itself: %j", async (settings, names) => {
  const { rules } = (await deployStack(settings)).the("wafv2/webAcl").inputs;
  expect(rules.map(({ name }: Inputs) => name)).toEqual(names);
});

it("rate limits block the one address and the one token that break them, at the edge", async () => {
  const stack = await deployStack({ rateLimitPerIp: "1000", rateLimitPerToken: "50" });
  const { inputs } = stack.the("wafv2/webAcl");
  expect(stack.the("cloudfront/distribution").inputs.webAclId).toBe(
    "arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge-grader-web-acl-dev/1",
  );
  expect(inputs).toMatchObject({
    region: "us-east-1",
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
  });
  expect(inputs.rules).toMatchObject([
    {
      priority: 0,
      action: { block: {} },
      statement: {
        rateBasedStatement: { aggregateKeyType: "IP", limit: 1000, evaluationWindowSec: 300 },
      },
    },
    {
      priority: 1,
      action: { block: {} },
      statement: {
        rateBasedStatement: {
          aggregateKeyType: "CUSTOM_KEYS",
          limit: 50,
          evaluationWindowSec: 300,
          // One token is one key, however it is spelt: the API takes "bearer" and several spaces.
          customKeys: [
            {
              header: {
                name: "authorization",
                textTransformations: [
                  { priority: 0, type: "COMPRESS_WHITE_SPACE" },
                  { priority: 1, type: "LOWERCASE" },
                ],
              },
            },
          ],
        },
      },
    },
  ]);
  // Sampled requests are shown with their headers, tokens among them.
  for (const { visibilityConfig } of [inputs, ...inputs.rules]) {
    expect(visibilityConfig).toMatchObject({
      cloudwatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
    });
  }
  expect(stack.resources.filter(({ type }) => type.includes("webAclAssociation"))).toEqual([]);
});

describe("whoever breaks the rate limit", () => {
  let response: Inputs;
  let body: Inputs;

  beforeAll(async () => {
    const stack = await deployStack({ rateLimitPerIp: "1000" });
    const { rules, customResponseBodies } = stack.the("wafv2/webAcl").inputs;
    response = rules[0].action.block.customResponse;
    body = customResponseBodies.find(
      ({ key }: { key: string }) => key === response.customResponseBodyKey,
    );
  });

  const header = (name: string): string | undefined =>
    response.responseHeaders.find((candidate: { name: string }) => candidate.name === name)?.value;

  it("is told so in the form of the app's errors", () => {
    expect(response.responseCode).toBe(429);
    expect(body.contentType).toBe("APPLICATION_JSON");
    const { error, code, ...others } = JSON.parse(body.content);
    expect(error).toMatch(/^Too many requests .*\.$/);
    expect(others).toEqual({});
    expect(header("X-Amzn-ErrorType")).toBe(code);
    expect(header("Retry-After")).toBe("300");
  });

  it("can read it in a page, where the app has not answered and added its headers", () => {
    expect(header("Access-Control-Allow-Origin")).toBe("*");
    const exposed = header("Access-Control-Expose-Headers")?.split(", ");
    expect(exposed).toEqual(["X-Amzn-ErrorType", "Retry-After"]);
  });

  it("is answered within what a web ACL can say", () => {
    const names = response.responseHeaders.map(({ name }: { name: string }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain("content-type");
    expect(body.key).toMatch(/^[\w-]{1,128}$/);
    expect(body.content.length).toBeLessThanOrEqual(4096);
  });
});

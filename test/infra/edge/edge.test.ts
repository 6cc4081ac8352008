import { beforeAll, describe, expect, it } from "vitest";
import { GIVEN } from "../support/configurations.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";
import type { Inputs } from "../support/recording-monitor.js";

describe.each(["secret-header", "oac"])("the distribution with %s", (originProtection) => {
  let stack: DeployedStack;
  let inputs: Inputs;

  beforeAll(async () => {
    stack = await deployStack({ originProtection, site: "false" });
    inputs = stack.the("cloudfront/distribution").inputs;
  });

  it("passes every method on, keeps nothing, and speaks HTTPS only", () => {
    const { allowedMethods, ...behavior } = inputs.defaultCacheBehavior;
    expect(new Set(allowedMethods)).toEqual(
      new Set(["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"]),
    );
    expect(behavior).toMatchObject({
      viewerProtocolPolicy: "https-only",
      // AWS's CachingDisabled and AllViewerExceptHostHeader.
      cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      originRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
    });
    expect(inputs.orderedCacheBehaviors).toBeUndefined();
    expect(inputs.enabled).toBe(true);
  });

  it("keeps no error either, which would be another caller's, and puts no page in its place", () => {
    // Those that CloudFront keeps, always or where the origin lets it.
    const kept = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];
    expect(inputs.customErrorResponses).toEqual(
      kept.map((errorCode) => ({ errorCode, errorCachingMinTtl: 0 })),
    );
  });

  it("reaches its one origin over TLS 1.2 on the usual port", () => {
    const [origin] = inputs.origins;
    expect(inputs.defaultCacheBehavior.targetOriginId).toBe(origin.originId);
    expect(origin.customOriginConfig).toMatchObject({
      originProtocolPolicy: "https-only",
      originSslProtocols: ["TLSv1.2"],
      httpsPort: 443,
    });
    expect(origin.customOriginConfig.originKeepaliveTimeout).toBe(5);
  });

  it("adds headers that protect a browser, and leaves CORS to the app", () => {
    const policy = stack.the("cloudfront/responseHeadersPolicy");
    expect(inputs.defaultCacheBehavior.responseHeadersPolicyId).toBe(`id-of-${policy.name}`);
    expect(policy.inputs.corsConfig).toBeUndefined();
    expect(policy.inputs.customHeadersConfig).toBeUndefined();
    expect(policy.inputs.securityHeadersConfig).toMatchObject({
      strictTransportSecurity: { accessControlMaxAgeSec: 63_072_000, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY", override: true },
      referrerPolicy: { referrerPolicy: "no-referrer" },
      contentSecurityPolicy: {
        contentSecurityPolicy: expect.stringContaining("default-src 'none'"),
      },
    });
  });

  it("proves itself to the origin in exactly one way", () => {
    const [origin] = inputs.origins;
    const headers = origin.customHeaders?.map(({ name }: { name: string }) => name);
    if (originProtection === "oac") {
      const access = stack.the("cloudfront/originAccessControl");
      expect(headers).toBeUndefined();
      expect(origin.originAccessControlId).toBe(`id-of-${access.name}`);
      expect(access.inputs).toMatchObject({
        originAccessControlOriginType: "lambda",
        signingBehavior: "always",
        signingProtocol: "sigv4",
      });
    } else {
      expect(headers).toEqual(["X-Origin-Verify"]);
      expect(origin.originAccessControlId).toBeUndefined();
      expect(stack.all("cloudfront/originAccessControl")).toEqual([]);
    }
  });

  it("runs code at the edge only where the signature takes the token's header", () => {
    const associations = inputs.defaultCacheBehavior.functionAssociations;
    const functions = stack.all("cloudfront/function");
    if (originProtection === "oac") {
      expect(functions.map((resource) => resource.inputs)).toMatchObject([
        { runtime: "cloudfront-js-2.0", publish: true },
      ]);
      const functionArn = "arn:aws:cloudfront::123456789012:function/edge-grader-api-requests-dev";
      expect(associations).toEqual([{ eventType: "viewer-request", functionArn }]);
    } else {
      expect(functions).toEqual([]);
      expect(associations).toBeUndefined();
    }
  });

  it("has a name of CloudFront's until there is a domain, and no records", () => {
    expect(inputs.aliases).toBeUndefined();
    expect(inputs.viewerCertificate).toEqual({ cloudfrontDefaultCertificate: true });
    expect(stack.all("route53/record")).toEqual([]);
    expect(stack.outputs.codeGraderApiInvokeUrl).toBe("https://d2distribution.cloudfront.net");
  });

  it("has a web ACL that leaves a class behind one address room, and a user less", () => {
    expect(inputs.webAclId).toMatch(/^arn:aws:wafv2:us-east-1:/);
    const [perAddress, perToken] = stack
      .the("wafv2/webAcl")
      .inputs.rules.map(({ statement }: Inputs) => statement.rateBasedStatement.limit);
    expect(perToken).toBeGreaterThanOrEqual(100);
    expect(perAddress).toBeGreaterThanOrEqual(10 * perToken);
  });
});

describe("a domain of one's own", () => {
  const { domainName, certificateArn, hostedZoneId } = GIVEN;

  it("is served with its certificate and nothing older than TLS 1.2", async () => {
    const stack = await deployStack({ domainName, certificateArn });
    expect(stack.the("cloudfront/distribution").inputs).toMatchObject({
      aliases: [domainName],
      viewerCertificate: {
        acmCertificateArn: certificateArn,
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
      },
    });
    expect(stack.outputs.codeGraderApiInvokeUrl).toBe(`https://${domainName}`);
    expect(stack.all("route53/record")).toEqual([]);
  });

  it("gets its records in the zone that is given", async () => {
    const stack = await deployStack({ domainName, certificateArn, hostedZoneId });
    const aliases = [
      {
        name: "d2distribution.cloudfront.net",
        zoneId: "Z2FDTNDATAQYW2",
        evaluateTargetHealth: false,
      },
    ];
    expect(stack.all("route53/record").map(({ inputs }) => inputs)).toEqual(
      ["A", "AAAA"].map((type) => ({ name: domainName, type, zoneId: hostedZoneId, aliases })),
    );
  });
});

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

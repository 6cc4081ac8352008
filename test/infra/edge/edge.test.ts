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

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { GIVEN } from "../support/configurations.js";
import { type DeployedStack, deployStack } from "../support/deployed-stack.js";
import { ROOT } from "../support/project-settings.js";
import type { Inputs } from "../support/recording-monitor.js";

const SIGN_IN =
  "https://edge-grader-sign-in-dev-123456789012.auth.ap-northeast-2.amazoncognito.com";

describe("a stack with users of its own", () => {
  let stack: DeployedStack;
  let distribution: Inputs;

  beforeAll(async () => {
    stack = await deployStack();
    distribution = stack.the("cloudfront/distribution").inputs;
  });

  const behavior = (pattern: string): Inputs =>
    distribution.orderedCacheBehaviors.find(
      ({ pathPattern }: { pathPattern: string }) => pathPattern === pattern,
    );
  const headersOf = ({ responseHeadersPolicyId }: Inputs): Inputs =>
    stack
      .all("cloudfront/responseHeadersPolicy")
      .find(({ name }) => `id-of-${name}` === responseHeadersPolicyId)?.inputs
      .securityHeadersConfig ?? {};

  it("has its API at every path of the description, as without a page", async () => {
    const text = await readFile(join(ROOT, "api/http/service/openapi.json"), "utf8");
    const paths = Object.keys(JSON.parse(text).paths);
    expect(paths.length).toBeGreaterThan(5);
    const patterns: string[] = distribution.orderedCacheBehaviors
      .filter(({ targetOriginId }: Inputs) => targetOriginId === "code-grader")
      .map(({ pathPattern }: { pathPattern: string }) => pathPattern);
    for (const path of paths) {
      expect(patterns.filter((pattern) => matches(pattern, path))).toHaveLength(1);
    }
    const alone = await deployStack({ site: "false" });
    const { functionAssociations: _, ...api } = behavior("/grade");
    expect(api).toEqual({
      pathPattern: "/grade",
      ...alone.the("cloudfront/distribution").inputs.defaultCacheBehavior,
    });
  });

  it("shows the page everywhere else, asked for anew each time", () => {
    expect(distribution.defaultCacheBehavior).toMatchObject({
      targetOriginId: "page",
      allowedMethods: ["GET", "HEAD"],
      viewerProtocolPolicy: "https-only",
      // AWS's CachingDisabled.
      cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    });
    expect(distribution.defaultRootObject).toBe("index.html");
  });

  it("keeps the page's files, which have a digest in their names, and compresses them", () => {
    expect(behavior("/page/*")).toMatchObject({
      targetOriginId: "page",
      // AWS's CachingOptimized.
      cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
      compress: true,
    });
  });

  it("lets the page ask its own site and the sign-in page, and nothing be framed or written into it", () => {
    const { contentSecurityPolicy: csp } = headersOf(distribution.defaultCacheBehavior);
    expect(csp.override).toBe(true);
    const policy: string = csp.contentSecurityPolicy;
    expect(policy).toContain(`; connect-src 'self' ${SIGN_IN}; `);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
    for (const word of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"]) {
      expect(policy).toContain(word);
    }
    expect(policy.replace("style-src 'self' 'unsafe-inline'", "")).not.toContain("unsafe");
    for (const one of [
      distribution.defaultCacheBehavior,
      behavior("/page/*"),
      behavior("/grade"),
    ]) {
      expect(headersOf(one)).toMatchObject({
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY" },
        referrerPolicy: { referrerPolicy: "no-referrer" },
        strictTransportSecurity: { includeSubdomains: true },
      });
    }
  });

  it("has the page in a bucket that is open to nobody, encrypted, and read by the distribution alone", () => {
    expect(stack.the("s3/bucketPublicAccessBlock").inputs).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(stack.the("s3/bucketOwnershipControls").inputs.rule).toEqual({
      objectOwnership: "BucketOwnerEnforced",
    });
    const [rule] = stack.the("s3/bucketServerSideEncryptionConfiguration").inputs.rules;
    expect(rule.applyServerSideEncryptionByDefault.sseAlgorithm).toBe("AES256");
    const bucket = "arn:aws:s3:::edge-grader-site-dev-123456789012";
    const { Statement } = JSON.parse(stack.the("s3/bucketPolicy").inputs.policy);
    const allowed = Statement.filter(({ Effect }: Inputs) => Effect === "Allow");
    expect(allowed.map(({ Action, Resource }: Inputs) => [Action, Resource])).toEqual([
      ["s3:GetObject", `${bucket}/*`],
      ["s3:ListBucket", bucket],
    ]);
    for (const { Principal, Condition } of allowed) {
      expect(Principal).toEqual({ Service: "cloudfront.amazonaws.com" });
      expect(Condition).toEqual({
        StringEquals: {
          "AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E2DISTRIBUTION",
        },
      });
    }
    const origin = distribution.origins.find(({ originId }: Inputs) => originId === "page");
    expect(origin.originAccessControlId).toBe("id-of-page-access");
    expect(stack.the("cloudfront/originAccessControl", "page-access").inputs).toMatchObject({
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
    });
  });

  it("puts the document last, and keeps the files of a page that is still open", () => {
    const [index, script, settings] = ["index.html", "page/page-ABCD1234.js", "settings.json"].map(
      (key) => stack.the("s3/bucketObjectv2", `site/${key}`),
    );
    expect(index?.inputs).toMatchObject({ cacheControl: "no-cache", key: "index.html" });
    expect(index?.dependencies).toEqual(expect.arrayContaining([script?.urn, settings?.urn]));
    expect(script?.inputs.cacheControl).toBe("public, max-age=31536000, immutable");
    expect(script?.isRetainedOnDelete).toBe(true);
    expect(index?.isRetainedOnDelete).toBe(false);
  });

  it("tells the page where people sign in", () => {
    const { inputs } = stack.the("s3/bucketObjectv2", "site/settings.json");
    expect(inputs).toMatchObject({ contentType: "application/json", cacheControl: "no-store" });
    expect(JSON.parse(inputs.content)).toEqual({
      signIn: {
        authority: "https://cognito-idp.ap-northeast-2.amazonaws.com/ap-northeast-2_Created01",
        clientId: "createdclient",
        domain: SIGN_IN,
        staffGroup: "staff",
      },
      signsBody: false,
      submissionsVisibleTo: "everyone",
    });
    expect(stack.outputs.siteUrl).toBe("https://d2distribution.cloudfront.net");
  });
});

it("where CloudFront signs, the page sends what it needs for it", async () => {
  const stack = await deployStack({ originProtection: "oac" });
  const { content } = stack.the("s3/bucketObjectv2", "site/settings.json").inputs;
  expect(JSON.parse(content).signsBody).toBe(true);
});

it("a page for a given pool signs in with its first client, where the operator says", async () => {
  const { userPoolId, userPoolClientIds } = GIVEN;
  const signInUrl = "https://people.site.example";
  const stack = await deployStack({ site: "true", userPoolId, userPoolClientIds, signInUrl });
  expect(stack.resources.filter(({ type }) => type.startsWith("aws:cognito"))).toEqual([]);
  const { content } = stack.the("s3/bucketObjectv2", "site/settings.json").inputs;
  expect(JSON.parse(content).signIn).toEqual({
    authority: `https://cognito-idp.ap-northeast-2.amazonaws.com/${userPoolId}`,
    clientId: "client1",
    domain: signInUrl,
    staffGroup: "staff",
  });
});

it("without a page there is nothing of it", async () => {
  const stack = await deployStack({ site: "false" });
  expect(stack.resources.filter(({ type }) => type.startsWith("aws:s3"))).toEqual([]);
  expect(stack.the("cloudfront/distribution").inputs.orderedCacheBehaviors).toBeUndefined();
  expect(stack.outputs.siteUrl).toBeNull();
});

/** As CloudFront reads a pattern: `*` is any text. */
function matches(pattern: string, path: string): boolean {
  const [start = "", isOpen] = pattern.split("*");
  return isOpen === undefined ? path === start : path.startsWith(start);
}

import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import * as lambda from "@pulumi/aws/lambda/index.js";
import { type Policies, validateResourceOfType } from "@pulumi/policy";
import { CACHING_DISABLED, ERRORS_KEPT_BY_DEFAULT, PAGE_FILES } from "../edge/caching.js";

const CURRENT_TLS = /^TLSv1\.[23]/;

/** Rules for the way in. */
export const edgePolicies: Policies = [
  {
    name: "distributions-are-https-only",
    description: "Nothing is served or fetched in plain text.",
    validateResource: validateResourceOfType(cloudfront.Distribution, (distribution, _, report) => {
      const { defaultCacheBehavior, orderedCacheBehaviors = [], origins } = distribution;
      for (const behavior of [defaultCacheBehavior, ...orderedCacheBehaviors]) {
        const protocols = behavior.viewerProtocolPolicy;
        if (protocols !== "https-only") report(`Viewers are served by ${protocols}.`);
      }
      for (const { customOriginConfig } of origins) {
        const protocols = customOriginConfig?.originProtocolPolicy ?? "https-only";
        if (protocols !== "https-only") report(`The origin is asked by ${protocols}.`);
      }
    }),
  },
  {
    name: "answers-are-not-kept",
    description:
      "CloudFront keeps no caller's answer for another, errors included; only files of the page.",
    validateResource: validateResourceOfType(cloudfront.Distribution, (distribution, _, report) => {
      const { defaultCacheBehavior, orderedCacheBehaviors = [] } = distribution;
      const others = orderedCacheBehaviors.filter(({ pathPattern }) => pathPattern !== PAGE_FILES);
      for (const { cachePolicyId } of [defaultCacheBehavior, ...others]) {
        if (cachePolicyId === CACHING_DISABLED) continue;
        report(`Answers are kept by ${cachePolicyId ?? "a policy of its own"}.`);
      }
      const { customErrorResponses = [] } = distribution;
      const kept = ERRORS_KEPT_BY_DEFAULT.filter(
        (code) =>
          !customErrorResponses.some(
            ({ errorCode, errorCachingMinTtl }) => errorCode === code && errorCachingMinTtl === 0,
          ),
      );
      if (kept.length > 0) report(`Errors are kept: ${kept.join(", ")}.`);
    }),
  },
  {
    name: "tls-is-current",
    description: "With a certificate of one's own, and to the origin, TLS is 1.2 or later.",
    validateResource: validateResourceOfType(cloudfront.Distribution, (distribution, _, report) => {
      const { origins, viewerCertificate } = distribution;
      const { cloudfrontDefaultCertificate, minimumProtocolVersion = "SSLv3" } = viewerCertificate;
      // CloudFront's own certificate leaves no choice.
      if (!cloudfrontDefaultCertificate && !CURRENT_TLS.test(minimumProtocolVersion)) {
        report(`Viewers may use ${minimumProtocolVersion}.`);
      }
      for (const version of origins.flatMap(
        (o) => o.customOriginConfig?.originSslProtocols ?? [],
      )) {
        if (!CURRENT_TLS.test(version)) report(`The origin may be asked by ${version}.`);
      }
    }),
  },
  {
    name: "open-urls-take-a-secret",
    description: "A function URL that anybody may call is asked by CloudFront with a secret.",
    validateStack: ({ resources }, report) => {
      const origins = resources.flatMap(
        (resource) => resource.asType(cloudfront.Distribution)?.origins ?? [],
      );
      for (const resource of resources) {
        const url = resource.asType(lambda.FunctionUrl);
        if (url?.authorizationType !== "NONE") continue;
        const { host } = new URL(url.functionUrl);
        const isSecret = origins.some(
          ({ domainName, customHeaders = [] }) =>
            domainName === host &&
            customHeaders.some(({ name, value }) => name === "X-Origin-Verify" && value !== ""),
        );
        if (!isSecret)
          report(`Nothing tells CloudFront from anybody else at ${host}.`, resource.urn);
      }
    },
  },
];

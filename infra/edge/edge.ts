import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import type * as lambda from "@pulumi/aws/lambda/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameOf } from "../name-of.js";
import type { StackConfig } from "../stack-config.js";
import { apiBehavior, apiOrigin } from "./api-origin.js";
import { apiRequests } from "./api-requests.js";
import { ERRORS_KEPT_BY_DEFAULT } from "./caching.js";
import { type PageParts, pageBehaviors, pageOrigin } from "./page-origin.js";
import { NOTHING, securityHeaders } from "./security-headers.js";
import { webAcl } from "./web-acl.js";

/** What the API answers, beside a page that is there for everything else. */
const API_PATHS = ["/grade", "/warm-up", "/health", "/openapi.json", "/problems*", "/submissions*"];

/** CloudFront in front of the function URL, its only way in, and of the page where there is one. */
export function edge(
  config: StackConfig,
  url: lambda.FunctionUrl,
  originSecret: pulumi.Output<string> | undefined,
  page: PageParts | undefined,
): cloudfront.Distribution {
  const acl = webAcl(config);
  const headers = securityHeaders("security-headers", NOTHING);
  const requests = apiRequests({
    keepAuthorization: config.originProtection === "oac",
    leadToPage: page !== undefined,
  });
  const api = apiBehavior(headers, requests);
  const behaviors =
    page === undefined
      ? { defaultCacheBehavior: api }
      : {
          ...pageBehaviors(
            page,
            API_PATHS.map((pathPattern) => ({ pathPattern, ...api })),
          ),
          defaultRootObject: "index.html",
        };
  return new cloudfront.Distribution("edge", {
    comment: nameOf("edge"),
    enabled: true,
    isIpv6Enabled: true,
    httpVersion: "http2and3",
    priceClass: config.priceClass,
    origins: [
      apiOrigin(config, url, originSecret),
      ...(page === undefined ? [] : [pageOrigin(page)]),
    ],
    ...behaviors,
    customErrorResponses: ERRORS_KEPT_BY_DEFAULT.map((errorCode) => ({
      errorCode,
      errorCachingMinTtl: 0,
    })),
    restrictions: { geoRestriction: { restrictionType: "none" } },
    ...(acl && { webAclId: acl.arn }),
    ...viewers(config),
  });
}

function viewers({ domainName, certificateArn }: StackConfig) {
  if (domainName === undefined || certificateArn === undefined) {
    return { viewerCertificate: { cloudfrontDefaultCertificate: true } };
  }
  return {
    aliases: [domainName],
    viewerCertificate: {
      acmCertificateArn: certificateArn,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    },
  };
}

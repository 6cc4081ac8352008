import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import type * as lambda from "@pulumi/aws/lambda/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameOf } from "../name-of.js";
import type { StackConfig } from "../stack-config.js";
import { CACHING_DISABLED, ERRORS_KEPT_BY_DEFAULT } from "./caching.js";
import { forwardAuthorization } from "./forward-authorization.js";
import { securityHeaders } from "./security-headers.js";
import { webAcl } from "./web-acl.js";

// AWS's own policy. The Host must be the function URL's, which is how Lambda knows what is called.
const ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

const ORIGIN_ID = "code-grader";

/** CloudFront in front of the function URL: the API's only way in. */
export function edge(
  config: StackConfig,
  url: lambda.FunctionUrl,
  originSecret: pulumi.Output<string> | undefined,
): cloudfront.Distribution {
  const acl = webAcl(config);
  return new cloudfront.Distribution("edge", {
    comment: nameOf("edge"),
    enabled: true,
    isIpv6Enabled: true,
    httpVersion: "http2and3",
    priceClass: config.priceClass,
    origins: [origin(config, url, originSecret)],
    defaultCacheBehavior: {
      targetOriginId: ORIGIN_ID,
      viewerProtocolPolicy: "https-only",
      allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: CACHING_DISABLED,
      originRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicyId: securityHeaders().id,
      ...(config.originProtection === "oac" && {
        functionAssociations: [
          { eventType: "viewer-request", functionArn: forwardAuthorization().arn },
        ],
      }),
    },
    customErrorResponses: ERRORS_KEPT_BY_DEFAULT.map((errorCode) => ({
      errorCode,
      errorCachingMinTtl: 0,
    })),
    restrictions: { geoRestriction: { restrictionType: "none" } },
    ...(acl && { webAclId: acl.arn }),
    ...viewers(config),
  });
}

function origin(
  { originProtection, originReadTimeoutSeconds }: StackConfig,
  url: lambda.FunctionUrl,
  originSecret: pulumi.Output<string> | undefined,
) {
  return {
    originId: ORIGIN_ID,
    domainName: url.functionUrl.apply((address) => new URL(address).host),
    customOriginConfig: {
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
      originSslProtocols: ["TLSv1.2"],
      originReadTimeout: originReadTimeoutSeconds,
      // Longer ones than CloudFront's default have met connections that Lambda had closed.
      originKeepaliveTimeout: 5,
    },
    ...(originProtection === "oac" && { originAccessControlId: accessControl().id }),
    ...(originSecret && { customHeaders: [{ name: "X-Origin-Verify", value: originSecret }] }),
  };
}

/** Signs every request to the function URL, whatever the viewer sent as `Authorization`. */
function accessControl(): cloudfront.OriginAccessControl {
  return new cloudfront.OriginAccessControl("edge-access", {
    name: nameOf("edge"),
    originAccessControlOriginType: "lambda",
    signingBehavior: "always",
    signingProtocol: "sigv4",
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

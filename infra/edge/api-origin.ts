import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import type * as lambda from "@pulumi/aws/lambda/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameOf } from "../name-of.js";
import type { StackConfig } from "../stack-config.js";
import { CACHING_DISABLED } from "./caching.js";

// AWS's own policy. The Host must be the function URL's, which is how Lambda knows what is called.
const ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

const ORIGIN_ID = "code-grader";

/** The function URL, as CloudFront reaches it. */
export function apiOrigin(
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

/** Everything goes on to the function as it came, and nothing is kept. */
export function apiBehavior(
  headers: cloudfront.ResponseHeadersPolicy,
  requests: cloudfront.Function | undefined,
) {
  return {
    targetOriginId: ORIGIN_ID,
    viewerProtocolPolicy: "https-only",
    allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
    cachedMethods: ["GET", "HEAD"],
    cachePolicyId: CACHING_DISABLED,
    originRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicyId: headers.id,
    ...(requests && {
      functionAssociations: [{ eventType: "viewer-request", functionArn: requests.arn }],
    }),
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

import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import type * as s3 from "@pulumi/aws/s3/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameOf } from "../name-of.js";
import type { apiBehavior } from "./api-origin.js";
import { CACHING_DISABLED, CACHING_OPTIMIZED, PAGE_FILES } from "./caching.js";
import { pageRequests } from "./page-requests.js";
import { securityHeaders } from "./security-headers.js";

/** What the distribution shows where the API does not answer. */
export interface PageParts {
  readonly bucket: s3.Bucket;
  /** The document for what is not there. */
  readonly notFound: string;
  readonly contentSecurityPolicy: pulumi.Input<string>;
}

const ORIGIN_ID = "page";

/** The bucket, which answers nobody but CloudFront. */
export function pageOrigin({ bucket }: PageParts) {
  const access = new cloudfront.OriginAccessControl("page-access", {
    name: nameOf("page"),
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  return {
    originId: ORIGIN_ID,
    domainName: bucket.bucketRegionalDomainName,
    originAccessControlId: access.id,
  };
}

/**
 * The page at whatever is not the API's. Its documents are asked for anew each time; what has a digest in
 * its name is kept everywhere.
 */
export function pageBehaviors(
  { notFound, contentSecurityPolicy }: PageParts,
  api: readonly ({ readonly pathPattern: string } & ReturnType<typeof apiBehavior>)[],
) {
  const requests = pageRequests(notFound);
  const files = {
    targetOriginId: ORIGIN_ID,
    viewerProtocolPolicy: "https-only",
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
    responseHeadersPolicyId: securityHeaders("page-headers", contentSecurityPolicy).id,
    functionAssociations: [{ eventType: "viewer-request", functionArn: requests.arn }],
  };
  const documents = { ...files, cachePolicyId: CACHING_DISABLED };
  const assets = {
    pathPattern: PAGE_FILES,
    ...files,
    cachePolicyId: CACHING_OPTIMIZED,
    compress: true,
  };
  return { orderedCacheBehaviors: [...api, assets], defaultCacheBehavior: documents };
}

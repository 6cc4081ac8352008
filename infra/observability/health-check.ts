import type * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import * as route53 from "@pulumi/aws/route53/index.js";
import type { StackConfig } from "../stack-config.js";

/** No fewer than three are taken, and each has checkers of its own that all ask. */
const REGIONS = ["us-east-1", "eu-west-1", "ap-southeast-1"];

/** Asks for `/health` as a student's browser would, from elsewhere; undefined where it is not wanted. */
export function healthCheck(
  { healthCheck, domainName }: StackConfig,
  distribution: cloudfront.Distribution,
): route53.HealthCheck | undefined {
  if (!healthCheck) return undefined;
  return new route53.HealthCheck("health", {
    type: "HTTPS",
    fqdn: domainName ?? distribution.domainName,
    port: 443,
    resourcePath: "/health",
    enableSni: true,
    requestInterval: 30,
    failureThreshold: 3,
    regions: REGIONS,
  });
}

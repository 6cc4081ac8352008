import type * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import * as route53 from "@pulumi/aws/route53/index.js";
import type { StackConfig } from "../stack-config.js";

/** Points the domain at the distribution, where its zone is configured. */
export function domainRecords(
  { domainName, hostedZoneId }: StackConfig,
  distribution: cloudfront.Distribution,
): void {
  if (domainName === undefined || hostedZoneId === undefined) return;
  for (const type of ["A", "AAAA"]) {
    new route53.Record(`domain-${type}`, {
      name: domainName,
      type,
      zoneId: hostedZoneId,
      aliases: [
        {
          name: distribution.domainName,
          zoneId: distribution.hostedZoneId,
          evaluateTargetHealth: false,
        },
      ],
    });
  }
}

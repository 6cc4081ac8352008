import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { nameOf } from "../name-of.js";

const TWO_YEARS_SECONDS = 63_072_000;

/** What no document is made of may do. */
export const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/**
 * Headers for every answer, errors of CloudFront's own included. CORS is the app's alone.
 *
 * @param contentSecurityPolicy what a browser may do with what is answered
 */
export function securityHeaders(
  name: string,
  contentSecurityPolicy: pulumi.Input<string>,
): cloudfront.ResponseHeadersPolicy {
  return new cloudfront.ResponseHeadersPolicy(name, {
    name: nameOf(name),
    securityHeadersConfig: {
      strictTransportSecurity: {
        accessControlMaxAgeSec: TWO_YEARS_SECONDS,
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY", override: true },
      referrerPolicy: { referrerPolicy: "no-referrer", override: true },
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
    },
  });
}

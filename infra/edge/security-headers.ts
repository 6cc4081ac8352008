import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import { nameOf } from "../name-of.js";

const TWO_YEARS_SECONDS = 63_072_000;

/** Headers for every answer, errors of CloudFront's own included. CORS is the app's alone. */
export function securityHeaders(): cloudfront.ResponseHeadersPolicy {
  return new cloudfront.ResponseHeadersPolicy("security-headers", {
    name: nameOf("security-headers"),
    securityHeadersConfig: {
      strictTransportSecurity: {
        accessControlMaxAgeSec: TWO_YEARS_SECONDS,
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY", override: true },
      referrerPolicy: { referrerPolicy: "no-referrer", override: true },
      contentSecurityPolicy: {
        contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
        override: true,
      },
    },
  });
}

import type * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import * as pulumi from "@pulumi/pulumi";
import { contentSecurityPolicy } from "../../pack/content-security-policy.js";
import type { PackedSite } from "../../pack/pack-site.js";
import type { AwsAccount } from "../account.js";
import type { PageParts } from "../edge/page-origin.js";
import type { Identity } from "../identity/identity.js";
import type { StackConfig } from "../stack-config.js";
import { letDistributionRead, siteBucket } from "./site-bucket.js";
import { siteFiles } from "./site-files.js";

export interface Site {
  /** What the distribution shows. */
  readonly parts: PageParts;
  /** Lets the distribution read the page, and puts it there. */
  serve(distribution: cloudfront.Distribution): void;
}

/** The page, for people of this pool; undefined where the stack shows none. */
export function site(
  config: StackConfig,
  account: AwsAccount,
  { userPoolId, clientIds, signInUrl }: Identity,
  packed: PackedSite | undefined,
): Site | undefined {
  if (packed === undefined || signInUrl === undefined) return undefined;
  const bucket = siteBucket(account);
  return {
    parts: {
      bucket,
      notFound: packed.notFound,
      contentSecurityPolicy: signInUrl.apply((url) => contentSecurityPolicy(url)),
    },
    serve(distribution) {
      letDistributionRead(bucket, distribution.arn);
      siteFiles(bucket, packed, {
        signIn: {
          authority: pulumi.interpolate`https://cognito-idp.${regionOf(userPoolId)}.amazonaws.com/${userPoolId}`,
          clientId: clientIds.apply(([first = ""]) => first),
          domain: signInUrl,
          staffGroup: config.staffGroup,
        },
        signsBody: config.originProtection === "oac",
        submissionsVisibleTo: config.submissionsVisibleTo,
      });
    },
  };
}

/** A pool's id begins with it. */
function regionOf(userPoolId: pulumi.Output<string>): pulumi.Output<string> {
  return userPoolId.apply((id) => id.split("_")[0] ?? "");
}

import * as s3 from "@pulumi/aws/s3/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { AwsAccount } from "../account.js";
import { nameOf } from "../name-of.js";

/** A bucket of the stack's that is open to nobody. What lies in it is made anew by every deployment. */
export function siteBucket(account: AwsAccount): s3.Bucket {
  const bucket = new s3.Bucket("site", {
    bucket: pulumi.interpolate`${nameOf("site")}-${account.id}`,
    forceDestroy: true,
  });
  new s3.BucketPublicAccessBlock("site-access", {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new s3.BucketOwnershipControls("site-ownership", {
    bucket: bucket.id,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  new s3.BucketServerSideEncryptionConfiguration("site-encryption", {
    bucket: bucket.id,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  return bucket;
}

/**
 * Lets the one distribution read. It may list as well, without which S3 says of a file that is not there
 * that it is forbidden; nothing that a viewer can ask for lists anything.
 */
export function letDistributionRead(
  bucket: s3.Bucket,
  distributionArn: pulumi.Input<string>,
): s3.BucketPolicy {
  const reader = {
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Condition: { StringEquals: { "AWS:SourceArn": distributionArn } },
  };
  const everything = pulumi.interpolate`${bucket.arn}/*`;
  return new s3.BucketPolicy("site-policy", {
    bucket: bucket.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        { ...reader, Action: "s3:GetObject", Resource: everything },
        { ...reader, Action: "s3:ListBucket", Resource: bucket.arn },
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [bucket.arn, everything],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    }),
  });
}

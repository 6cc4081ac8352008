import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as cognito from "@pulumi/aws/cognito/index.js";
import * as dynamodb from "@pulumi/aws/dynamodb/index.js";
import * as s3 from "@pulumi/aws/s3/index.js";
import { type Policies, validateResourceOfType } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";

/** Rules for what must not be lost, and for what must not be found. */
export const dataPolicies: Policies = [
  {
    name: "tables-are-kept",
    description: "A table of a permanent stack is protected and can go back to any moment.",
    validateResource: validateResourceOfType(dynamodb.Table, (table, { opts }, report) => {
      if (isEphemeral()) return;
      if (!table.deletionProtectionEnabled) report("The table has no deletion protection.");
      if (!table.pointInTimeRecovery?.enabled) report("The table has no point-in-time recovery.");
      if (!opts.protect) report("The table is not protected by Pulumi.");
    }),
  },
  {
    name: "user-pools-are-kept",
    description: "A user pool of a permanent stack is protected.",
    validateResource: validateResourceOfType(cognito.UserPool, (pool, { opts }, report) => {
      if (isEphemeral()) return;
      if (pool.deletionProtection !== "ACTIVE") report("The pool has no deletion protection.");
      if (!opts.protect) report("The pool is not protected by Pulumi.");
    }),
  },
  {
    name: "logs-expire",
    description: "A log group says how long it keeps what it has.",
    validateResource: validateResourceOfType(cloudwatch.LogGroup, (group, _, report) => {
      if (!group.retentionInDays) report("The log group keeps its lines forever.");
    }),
  },
  {
    name: "no-public-buckets",
    description: "Nothing in S3 is open to everybody.",
    validateResource: [
      validateResourceOfType(s3.Bucket, ({ acl }, _, report) => {
        if (acl?.startsWith("public-")) report(`The bucket is ${acl}.`);
      }),
      validateResourceOfType(s3.BucketAcl, ({ acl }, _, report) => {
        if (acl?.startsWith("public-")) report(`The bucket is ${acl}.`);
      }),
      validateResourceOfType(s3.BucketPublicAccessBlock, (block, _, report) => {
        const { blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets } =
          block;
        const all = [blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets];
        if (!all.every(Boolean)) report("The bucket could be made public.");
      }),
    ],
  },
];

const isEphemeral = () => new pulumi.Config().getBoolean("ephemeral") === true;

import { expect, it } from "vitest";
import { CONFIGURATIONS } from "./support/configurations.js";
import { deployStack } from "./support/deployed-stack.js";

/** What AWS gives no tags to: parts of something else, and what only connects two things. */
const UNTAGGED = [
  "apigateway/account",
  "cloudfront/cachePolicy",
  "cloudfront/function",
  "cloudfront/originAccessControl",
  "cloudfront/originRequestPolicy",
  "cloudfront/responseHeadersPolicy",
  "cloudwatch/dashboard",
  "cloudwatch/logMetricFilter",
  "cloudwatch/logResourcePolicy",
  "cognito/managedUserPoolClient",
  "cognito/userGroup",
  "cognito/userPoolClient",
  "cognito/userPoolDomain",
  "iam/rolePolicy",
  "iam/rolePolicyAttachment",
  "lambda/functionUrl",
  "lambda/permission",
  "route53/record",
  "s3/bucketOwnershipControls",
  "s3/bucketPolicy",
  "s3/bucketPublicAccessBlock",
  "s3/bucketServerSideEncryptionConfiguration",
  "sns/topicSubscription",
];

it.each(Object.keys(CONFIGURATIONS))(
  "all that can be tagged says whose it is: %s",
  async (name) => {
    const { resources } = await deployStack({ ...CONFIGURATIONS[name], stack: "tagged" });
    const untagged = resources.filter(
      ({ type, inputs }) =>
        type.startsWith("aws:") &&
        !(inputs.tags?.project === "edge-grader" && inputs.tags?.stack === "tagged"),
    );
    const kinds = new Set(untagged.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => !UNTAGGED.includes(kind))).toEqual([]);
  },
);

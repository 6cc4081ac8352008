import type { Inputs } from "./recording-monitor.js";

/** How a resource's inputs are changed, from what they are. */
export type Doctor = (inputs: Inputs) => Inputs;

const wildcard = (change: object) => ({
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b", ...change },
  }),
});
const withBehavior =
  (change: object): Doctor =>
  ({ defaultCacheBehavior }) => ({
    defaultCacheBehavior: { ...defaultCacheBehavior, ...change },
  });
const withLogging =
  (change: object): Doctor =>
  ({ loggingConfig }) => ({
    loggingConfig: { ...loggingConfig, ...change },
  });
const withOrigin =
  (change: object): Doctor =>
  ({ origins: [origin] }) => ({
    origins: [{ ...origin, customOriginConfig: { ...origin.customOriginConfig, ...change } }],
  });

/** The rule, a resource of the stack, what is changed in it, and what the rule says then. */
export const DOCTORED: readonly [string, string, object | Doctor, RegExp][] = [
  ["tables-are-kept", "submissions", { deletionProtectionEnabled: false }, /deletion protection/],
  ["tables-are-kept", "problems", { pointInTimeRecovery: { enabled: false } }, /point-in-time/],
  ["tables-are-kept", "problems", { pointInTimeRecovery: undefined }, /point-in-time/],
  ["user-pools-are-kept", "users", { deletionProtection: "INACTIVE" }, /deletion protection/],
  ["logs-expire", "edge-logs", { retentionInDays: undefined }, /forever/],
  ["logs-expire", "edge-logs", { retentionInDays: 0 }, /forever/],
  [
    "statements-name-actions-and-resources",
    "code-grader-policy",
    wildcard({ Resource: "*" }),
    /on/,
  ],
  ["statements-name-actions-and-resources", "code-grader-policy", wildcard({ Action: "*" }), /\*/],
  [
    "statements-name-actions-and-resources",
    "code-grader-policy",
    wildcard({ Action: "s3:*" }),
    /s3/,
  ],
  [
    "statements-name-actions-and-resources",
    "code-grader-policy",
    wildcard({ Resource: ["arn:aws:s3:::b", "*"] }),
    /on everything/,
  ],
  [
    "statements-name-actions-and-resources",
    "code-grader-policy",
    wildcard({ Action: undefined, NotAction: "s3:GetObject" }),
    /everything but/,
  ],
  [
    "statements-name-actions-and-resources",
    "code-executor-policy",
    wildcard({ Action: "ec2:DescribeSubnets", Resource: "*" }),
    /on everything/,
  ],
  ["no-managed-policies", "code-grader-role", { managedPolicyArns: ["arn:x"] }, /managed/],
  ["runtimes-are-pinned", "code-executor", { runtime: "python3.9" }, /python3.9/],
  ["runtimes-are-pinned", "code-grader", { architectures: undefined }, /arm64/],
  ["runtimes-are-pinned", "javascript-executor", { architectures: ["x86_64"] }, /arm64/],
  [
    "users-code-has-no-environment",
    "javascript-executor",
    { environment: { variables: { KEY: "1" } } },
    /KEY/,
  ],
  ["users-code-is-isolated", "javascript-executor", { tenancyConfig: undefined }, /isolation/],
  ["functions-log-json", "code-grader", withLogging({ logFormat: "Text" }), /JSON/],
  ["functions-log-json", "code-grader", withLogging({ logGroup: undefined }), /log group/],
  [
    "users-code-has-no-environment",
    "executor-probe",
    { environment: { variables: { KEY: "1" } } },
    /KEY/,
  ],
  ["users-code-is-isolated", "code-executor", { tenancyConfig: undefined }, /isolation/],
  ["function-urls-leave-cors-to-the-app", "code-grader-url", { cors: {} }, /headers/],
  [
    "functions-are-called-through-their-url",
    "code-grader-invoke-permission",
    { invokedViaFunctionUrl: undefined },
    /Everybody/,
  ],
  [
    "functions-are-called-through-their-url",
    "code-grader-url-permission",
    { principal: "sns.amazonaws.com" },
    /Any sns/,
  ],
  [
    "distributions-are-https-only",
    "edge",
    withBehavior({ viewerProtocolPolicy: "redirect-to-https" }),
    /redirect/,
  ],
  [
    "distributions-are-https-only",
    "edge",
    ({ defaultCacheBehavior }) => ({
      orderedCacheBehaviors: [{ ...defaultCacheBehavior, viewerProtocolPolicy: "allow-all" }],
    }),
    /allow-all/,
  ],
  [
    "distributions-are-https-only",
    "edge",
    withOrigin({ originProtocolPolicy: "match-viewer" }),
    /match-viewer/,
  ],
  // AWS's CachingOptimized.
  [
    "answers-are-not-kept",
    "edge",
    withBehavior({ cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6" }),
    /Answers are kept by 658327ea/,
  ],
  [
    "answers-are-not-kept",
    "edge",
    ({ defaultCacheBehavior }) => ({
      orderedCacheBehaviors: [{ ...defaultCacheBehavior, cachePolicyId: undefined }],
    }),
    /Answers are kept by a policy of its own/,
  ],
  [
    "answers-are-not-kept",
    "edge",
    ({ customErrorResponses: [, ...others] }) => ({ customErrorResponses: others }),
    /Errors are kept: 400/,
  ],
  [
    "answers-are-not-kept",
    "edge",
    ({ customErrorResponses: [first, ...others] }) => ({
      customErrorResponses: [...others, { ...first, errorCachingMinTtl: 5 }],
    }),
    /Errors are kept: 400/,
  ],
  [
    "answers-are-not-kept",
    "edge",
    ({ orderedCacheBehaviors: [first, ...others] }) => ({
      orderedCacheBehaviors: [...others, { ...first, cachePolicyId: "of-my-own" }],
    }),
    /Answers are kept by of-my-own/,
  ],
  ["no-public-buckets", "site", { acl: "public-read" }, /The bucket is public-read/],
  ["no-public-buckets", "site-access", { blockPublicPolicy: false }, /could be made public/],
  ["tls-is-current", "edge", withOrigin({ originSslProtocols: ["TLSv1.1"] }), /TLSv1.1/],
  ["tls-is-current", "edge", { viewerCertificate: { acmCertificateArn: "arn:x" } }, /SSLv3/],
  [
    "tls-is-current",
    "edge",
    { viewerCertificate: { acmCertificateArn: "x", minimumProtocolVersion: "TLSv1.1_2016" } },
    /TLSv1.1/,
  ],
  [
    "open-urls-take-a-secret",
    "edge",
    ({ origins: [origin] }) => ({ origins: [{ ...origin, customHeaders: [] }] }),
    /Nothing tells CloudFront/,
  ],
  [
    "open-urls-take-a-secret",
    "edge",
    ({ origins: [origin] }) => ({ origins: [{ ...origin, domainName: "elsewhere.example" }] }),
    /Nothing tells CloudFront/,
  ],
];

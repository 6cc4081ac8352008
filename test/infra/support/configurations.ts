import type { Settings } from "./configure.js";
import { ACCOUNT, REGION } from "./provider-answers.js";

export const GIVEN = {
  submissionsTableName: "submissions-of-the-site",
  problemsTableName: "problems-of-the-site",
  problemsTableKeyArn: `arn:aws:kms:${REGION}:${ACCOUNT}:key/5ce5-0001`,
  userPoolId: `${REGION}_Given0001`,
  userPoolClientIds: "client1,client2",
  domainName: "grader.site.example",
  certificateArn: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/5ce5`,
  hostedZoneId: "Z0123456789",
  alarmTopicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:alarms`,
  edgeAlarmTopicArn: `arn:aws:sns:us-east-1:${ACCOUNT}:edge-alarms`,
  executorSubnetIds: "subnet-0a,subnet-0b",
} as const;

/** Every way of deploying that differs in what is created, each by what an operator would set. */
export const CONFIGURATIONS: Readonly<Record<string, Settings>> = {
  "the least that is asked for": {},
  "the API without a page": { site: "false" },
  "a page at a domain of one's own": {
    domainName: GIVEN.domainName,
    certificateArn: GIVEN.certificateArn,
    originProtection: "oac",
  },
  "a page for a pool that is given": {
    site: "true",
    userPoolId: GIVEN.userPoolId,
    userPoolClientIds: GIVEN.userPoolClientIds,
    signInUrl: "https://people.site.example",
  },
  "a stack to throw away": { ephemeral: "true" },
  "requests that CloudFront signs": { originProtection: "oac" },
  "everything given that can be": GIVEN,
  "problems of another stack": { problemsStack: "operators/site/prod" },
  "JavaScript beside Python": { languages: "python3.12, javascript" },
  "JavaScript in private subnets, for all users": {
    languages: "javascript,python3.12",
    executorSubnetIds: "subnet-0a",
    tenantIsolation: "false",
  },
  "no web ACL": { rateLimitPerIp: "0", rateLimitPerToken: "0" },
  "alarms that are mailed": { alarmEmail: "operator@site.example", monthlyBudgetUsd: "50" },
  "nothing asked from outside, nobody's address kept": {
    healthCheck: "false",
    accessLogAddresses: "false",
  },
  "a secret in rotation": { originSecretVersions: "2,1" },
  "one executor for all users": {
    tenantIsolation: "false",
    executorMemoryMb: "1024",
    executorTimeoutSeconds: "60",
    executorReservedConcurrency: "40",
    staffGroup: "teachers",
    submissionsVisibleTo: "owner",
    submissionTtlDays: "365",
    concurrentInvocations: "1",
    allowedOrigins: "https://a.example, https://b.example",
  },
};

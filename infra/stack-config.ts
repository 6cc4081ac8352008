import * as pulumi from "@pulumi/pulumi";
import * as z from "zod";
import { timeoutFaults } from "./functions/timeouts.js";
import { signInRules } from "./identity/sign-in-settings.js";

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ""),
);

const listOf = (pattern: RegExp, what: string) =>
  list.pipe(z.array(z.string().regex(pattern, `has an entry that is no ${what}`)));

const isOrigin = (text: string) =>
  text === "*" || (URL.canParse(text) && new URL(text).origin === text);

const origins = list.pipe(
  z.array(z.string().refine(isOrigin, "has an entry that is no origin like https://site.example")),
);

const whole = (least: number, most: number) => {
  const range = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number<string>(range).int(range).min(least, range).max(most, range);
};

const languages = list
  .pipe(
    z.array(z.enum(["python3.12", "javascript"], "has an entry that is no language of a runner")),
  )
  .refine(
    (chosen) => chosen.includes("python3.12"),
    "must have python3.12, in which problems' checkers are written",
  );

const flag = z
  .enum(["true", "false"], "must be true or false")
  .transform((text) => text === "true");

const matching = (pattern: RegExp, what: string) =>
  z
    .string()
    .refine((text) => text === "" || pattern.test(text), `is not ${what}`)
    .transform((text) => text || undefined);

const email = matching(/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/, "an e-mail address");

const rateLimit = whole(0, 2_000_000_000).refine(
  (limit) => limit === 0 || limit >= 10,
  "must be 0 (no limit) or at least 10",
);

// What CloudWatch takes: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];

/** What DynamoDB takes as the name of a table. */
export const TABLE_NAME = /^[\w.-]{3,255}$/;

const settings = z.object({
  allowedOrigins: origins,
  ephemeral: flag,
  site: z
    .enum(["", "true", "false"], "must be true or false, or empty")
    .transform((text) => (text === "" ? undefined : text === "true")),
  submissionsTableName: matching(TABLE_NAME, "the name of a table"),
  submissionTtlDays: whole(0, 36_500),
  problemsTableName: matching(TABLE_NAME, "the name of a table"),
  problemsStack: matching(/^[^/]+\/[^/]+\/[^/]+$/, "a stack like organization/project/stack"),
  problemsStackOutput: z.string().min(1, "is empty"),
  problemsTableKeyArn: matching(
    /^arn:aws[\w-]*:kms:[\w-]+:\d{12}:key\/[\w-]+$/,
    "the ARN of a key like arn:aws:kms:ap-northeast-2:123456789012:key/… (an alias is none)",
  ),
  userPoolId: matching(/^[a-z0-9-]+_[A-Za-z0-9]+$/, "the id of a user pool"),
  signInUrl: matching(
    /^https:\/\/[a-z0-9.-]+$/,
    "the address of a sign-in page like https://site.auth.ap-northeast-2.amazoncognito.com",
  ),
  userPoolClientIds: listOf(/^\w+$/, "id of a client"),
  // What Cognito takes as the name of a group, less what nobody would type.
  staffGroup: z.string().regex(/^[\w.-]{1,128}$/, "is not the name of a group"),
  submissionsVisibleTo: z.enum(["everyone", "owner"], "must be everyone or owner"),
  callbackUrls: list,
  selfSignUp: flag,
  domainName: matching(/^([a-z0-9-]+\.)+[a-z]{2,}$/, "a domain name"),
  certificateArn: matching(
    /^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/.+$/,
    "the ARN of a certificate in us-east-1, where CloudFront looks for it",
  ),
  hostedZoneId: matching(/^Z[A-Z0-9]+$/, "the id of a hosted zone"),
  originProtection: z.enum(["secret-header", "oac"], "must be secret-header or oac"),
  originSecretVersions: list.pipe(
    z.array(whole(1, 1_000_000)).min(1, "is empty; the first version is 1"),
  ),
  priceClass: z.enum(
    ["PriceClass_100", "PriceClass_200", "PriceClass_All"],
    "must be PriceClass_100, PriceClass_200 or PriceClass_All",
  ),
  rateLimitPerIp: rateLimit,
  rateLimitPerToken: rateLimit,
  languages,
  tenantIsolation: flag,
  // With less it would have to run for longer than `executorTimeoutSeconds` may be.
  executorMemoryMb: whole(532, 10_240),
  executorTimeoutSeconds: whole(20, 109),
  executorReservedConcurrency: whole(-1, 100_000),
  executorSubnetIds: listOf(/^subnet-[0-9a-f]+$/, "subnet like subnet-0123456789abcdef0"),
  apiMemoryMb: whole(256, 10_240),
  apiTimeoutSeconds: whole(30, 119),
  // What CloudFront takes, without asking AWS for more.
  originReadTimeoutSeconds: whole(1, 120),
  concurrentInvocations: whole(1, 100),
  logRetentionDays: z.coerce
    .number()
    .refine((days) => RETENTION_DAYS.includes(days), `must be one of ${RETENTION_DAYS.join(", ")}`),
  accessLogAddresses: flag,
  alarmEmail: email,
  alarmTopicArn: matching(/^arn:aws[\w-]*:sns:.+$/, "the ARN of an SNS topic"),
  edgeAlarmTopicArn: matching(
    /^arn:aws[\w-]*:sns:us-east-1:.+$/,
    "the ARN of an SNS topic in us-east-1",
  ),
  healthCheck: flag,
  monthlyBudgetUsd: whole(0, 1_000_000),
});

/** What an operator may choose; `Pulumi.yaml` says what each setting means and has its default. */
export type StackConfig = z.infer<typeof settings>;

export type OriginProtection = StackConfig["originProtection"];

/**
 * Reads the stack's configuration.
 *
 * @throws RunError with a sentence for every fault, which Pulumi prints without a stack trace
 */
export function loadStackConfig(): StackConfig {
  const config = new pulumi.Config();
  const names = Object.keys(settings.shape);
  const parsed = settings.safeParse(
    Object.fromEntries(names.map((name) => [name, config.get(name) ?? ""])),
  );
  const region = new pulumi.Config("aws").get("region");
  const faults = parsed.success
    ? conflicts(parsed.data, region)
    : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  if (!STACK_NAME.test(pulumi.getStack())) {
    faults.unshift(
      "the stack's name becomes part of names that allow lower-case letters, digits and hyphens only, 30 at most, and neither aws, amazon nor cognito (pulumi stack rename)",
    );
  }
  if (region === undefined) {
    faults.unshift("aws:region is missing (pulumi config set aws:region ap-northeast-2)");
  }
  if (!parsed.success || faults.length > 0) {
    throw new pulumi.RunError(
      `The stack's configuration cannot be used:\n${faults.map((fault) => `- ${fault}`).join("\n")}\nSet it with: pulumi config set <name> <value>`,
    );
  }
  return parsed.data;
}

/** What the sign-in page's domain and the roles' names leave room for. */
const STACK_NAME = /^(?!.*(?:aws|amazon|cognito))[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?$/;

/** What is right by itself but not together. */
function conflicts(config: StackConfig, region: string | undefined): string[] {
  const isElsewhere = (arn: string | undefined) =>
    arn !== undefined && region !== undefined && arn.split(":")[3] !== region;
  const rules: [boolean, string][] = [
    [
      config.problemsTableName !== undefined && config.problemsStack !== undefined,
      "problemsTableName and problemsStack both name the table of problems; set one",
    ],
    [
      config.problemsTableKeyArn !== undefined &&
        config.problemsTableName === undefined &&
        config.problemsStack === undefined,
      "problemsTableKeyArn is of no use without problemsTableName or problemsStack",
    ],
    [
      isElsewhere(config.problemsTableKeyArn),
      `problemsTableKeyArn is not in ${region}, where the table is`,
    ],
    [
      (config.domainName === undefined) !== (config.certificateArn === undefined),
      "domainName and certificateArn go together; set both or none",
    ],
    [
      config.hostedZoneId !== undefined && config.domainName === undefined,
      "hostedZoneId is of no use without domainName",
    ],
    [
      runsJavaScript(config) && config.executorMemoryMb < JAVASCRIPT_MEMORY_MB,
      `executorMemoryMb must be at least ${JAVASCRIPT_MEMORY_MB} where languages has javascript: Node's file, the process of a submission and the spare of the next are in it`,
    ],
    [
      config.executorReservedConcurrency === 0,
      "executorReservedConcurrency 0 would let no executor run; -1 reserves none",
    ],
    [
      new Set(config.originSecretVersions).size < config.originSecretVersions.length,
      "originSecretVersions names a version twice",
    ],
    ...signInRules(config),
    [
      config.monthlyBudgetUsd > 0 && config.alarmEmail === undefined,
      "monthlyBudgetUsd tells nobody without alarmEmail; set both",
    ],
    [isElsewhere(config.alarmTopicArn), `alarmTopicArn is not in ${region}, where the alarms are`],
  ];
  const broken = rules.filter(([isBroken]) => isBroken).map(([, fault]) => fault);
  return [...broken, ...timeoutFaults(config)];
}

// What they take together at most is in docs/operations.md, with some to spare.
const JAVASCRIPT_MEMORY_MB = 1024;

/** Whether there is a function for JavaScript beside Python's. */
export const runsJavaScript = ({ languages }: StackConfig) => languages.includes("javascript");

import * as pulumi from "@pulumi/pulumi";
import { beforeEach, describe, expect, it } from "vitest";
import { loadStackConfig, type StackConfig } from "../../infra/stack-config.js";
import { GIVEN } from "./support/configurations.js";
import { configure, type Settings } from "./support/configure.js";
import { defaultSettings, readProjectSettings } from "./support/project-settings.js";

/** Each fault by itself: the setting, a wrong value, and what the operator is told to do. */
const FAULTS: [string, string, RegExp][] = [
  ["site", "yes", /must be true or false, or empty/],
  ["signInUrl", "people.site.example", /is not the address of a sign-in page like https/],
  ["allowedOrigins", "https://site.example/", /no origin like https:\/\/site\.example/],
  ["allowedOrigins", "https://a.example,site.example", /no origin like/],
  ["ephemeral", "yes", /must be true or false/],
  ["submissionsTableName", "a table", /is not the name of a table/],
  ["problemsTableName", "a table", /is not the name of a table/],
  ["problemsStack", "prod", /is not a stack like organization\/project\/stack/],
  ["problemsStackOutput", "", /is empty/],
  ["problemsTableKeyArn", "alias/problems", /is not the ARN of a key like arn:aws:kms:/],
  [
    "problemsTableKeyArn",
    "arn:aws:kms:ap-northeast-2:123456789012:alias/problems",
    /is not the ARN of a key .* \(an alias is none\)/,
  ],
  ["userPoolClientIds", "a client", /has an entry that is no id of a client/],
  ["staffGroup", "", /is not the name of a group/],
  ["staffGroup", "all staff", /is not the name of a group/],
  ["submissionsVisibleTo", "friends", /must be everyone or owner/],
  ["submissionTtlDays", "-1", /must be a whole number from 0/],
  ["selfSignUp", "", /must be true or false/],
  ["domainName", "https://site.example", /is not a domain name/],
  ["certificateArn", "arn:aws:acm:eu-west-1:123456789012:certificate/1", /in us-east-1/],
  ["hostedZoneId", "site.example", /is not the id of a hosted zone/],
  ["originProtection", "none", /must be secret-header or oac/],
  ["originSecretVersions", "", /is empty; the first version is 1/],
  ["originSecretVersions", "two", /must be a whole number from 1/],
  ["originSecretVersions", "1,1", /names a version twice/],
  ["priceClass", "PriceClass_300", /must be PriceClass_100, PriceClass_200 or PriceClass_All/],
  ["rateLimitPerIp", "9", /must be 0 \(no limit\) or at least 10/],
  ["rateLimitPerToken", "9", /must be 0 \(no limit\) or at least 10/],
  ["rateLimitPerIp", "2.5", /must be a whole number/],
  ["languages", "", /must have python3\.12, in which problems' checkers are written/],
  ["languages", "javascript", /must have python3\.12/],
  ["languages", "python3.12,ruby", /has an entry that is no language/],
  ["tenantIsolation", "1", /must be true or false/],
  ["executorMemoryMb", "531", /must be a whole number from 532 to 10240/],
  ["executorMemoryMb", "much", /must be a whole number/],
  ["executorTimeoutSeconds", "110", /must be a whole number from 20 to 109/],
  ["executorTimeoutSeconds", "34", /must be at least 35 at executorMemoryMb 1769/],
  ["apiTimeoutSeconds", "120", /must be a whole number from 30 to 119/],
  ["apiTimeoutSeconds", "49", /must be at least 50, to outlast executorTimeoutSeconds/],
  ["originReadTimeoutSeconds", "121", /must be a whole number from 1 to 120/],
  ["originReadTimeoutSeconds", "100", /must be more than 100, to outlast apiTimeoutSeconds/],
  ["executorReservedConcurrency", "0", /would let no executor run; -1 reserves none/],
  ["executorReservedConcurrency", "-2", /must be a whole number from -1/],
  ["executorSubnetIds", "vpc-0a", /has an entry that is no subnet like subnet-0123456789abcdef0/],
  ["apiMemoryMb", "10241", /must be a whole number from 256 to 10240/],
  ["concurrentInvocations", "", /must be a whole number from 1 to 100/],
  ["logRetentionDays", "31", /must be one of 1, 3, 5/],
  ["accessLogAddresses", "no", /must be true or false/],
  ["alarmEmail", "operator", /is not an e-mail address/],
  ["alarmEmail", "a@site.example,b@site.example", /is not an e-mail address/],
  ["healthCheck", "", /must be true or false/],
  ["monthlyBudgetUsd", "-1", /must be a whole number from 0/],
  ["alarmTopicArn", "alarms", /is not the ARN of an SNS topic/],
  ["alarmTopicArn", "arn:aws:sns:us-east-1:123456789012:a", /is not in ap-northeast-2/],
  ["edgeAlarmTopicArn", "arn:aws:sns:ap-northeast-2:123456789012:a", /in us-east-1/],
  ["callbackUrls", "http://site.example/", /must be https, or http:\/\/localhost/],
  ["callbackUrls", "site.example", /must be https, or http:\/\/localhost/],
  ["callbackUrls", "https://site.example/#home", /must be https, or http:\/\/localhost/],
  ["aws:region", "", /is missing \(pulumi config set aws:region ap-northeast-2\)/],
];

/** What is wrong only together with something else, and the words that name both. */
const CONFLICTS: [Settings, string[]][] = [
  [{ problemsTableName: "one", problemsStack: "a/b/c" }, ["problemsTableName", "problemsStack"]],
  [
    { problemsTableKeyArn: GIVEN.problemsTableKeyArn },
    ["problemsTableKeyArn", "problemsTableName", "problemsStack"],
  ],
  [
    { problemsStack: "a/b/c", problemsTableKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1" },
    ["problemsTableKeyArn", "ap-northeast-2"],
  ],
  [{ userPoolId: GIVEN.userPoolId }, ["userPoolId", "userPoolClientIds"]],
  [{ userPoolClientIds: "client" }, ["userPoolId", "userPoolClientIds"]],
  [{ domainName: GIVEN.domainName }, ["domainName", "certificateArn"]],
  [{ certificateArn: GIVEN.certificateArn }, ["domainName", "certificateArn"]],
  [{ hostedZoneId: GIVEN.hostedZoneId }, ["hostedZoneId", "domainName"]],
  [
    { allowedOrigins: " , ", site: "false" },
    ["allowedOrigins", "name at least one origin like https://site.example"],
  ],
  [{ allowedOrigins: "*", site: "false" }, ["callbackUrls", "* is no place to return to"]],
  [
    { site: "true", userPoolId: GIVEN.userPoolId, userPoolClientIds: "client" },
    ["site", "userPoolId", "signInUrl"],
  ],
  [{ signInUrl: "https://people.site.example" }, ["signInUrl", "userPoolId"]],
  [
    {
      signInUrl: "https://people.site.example",
      userPoolId: GIVEN.userPoolId,
      userPoolClientIds: "client",
    },
    ["signInUrl", "site"],
  ],
  [{ allowedOrigins: "http://site.example" }, ["callbackUrls", "http://site.example/"]],
  ...["callbackUrls", "selfSignUp"].map((name): [Record<string, string>, string[]] => [
    {
      [name]: name === "selfSignUp" ? "true" : "https://site.example/",
      userPoolId: GIVEN.userPoolId,
      userPoolClientIds: "client",
    },
    [name, "of no use with a userPoolId"],
  ]),
  [{ monthlyBudgetUsd: "50" }, ["monthlyBudgetUsd", "alarmEmail"]],
  [{ executorMemoryMb: "532" }, ["executorTimeoutSeconds", "executorMemoryMb 532", "109"]],
  [
    {
      languages: "python3.12,javascript",
      executorMemoryMb: "1023",
      executorTimeoutSeconds: "60",
    },
    ["executorMemoryMb", "1024", "languages", "javascript"],
  ],
  [{ executorTimeoutSeconds: "95" }, ["apiTimeoutSeconds", "105", "executorTimeoutSeconds"]],
  [{ apiTimeoutSeconds: "110" }, ["originReadTimeoutSeconds", "110", "apiTimeoutSeconds"]],
];

async function load(settings: Settings): Promise<StackConfig> {
  await configure(settings);
  return loadStackConfig();
}

/** The sentences of a refused configuration, without the frame around them. */
async function faultsOf(settings: Settings): Promise<string[]> {
  const error = await load(settings).catch((refusal: unknown) => refusal);
  if (!pulumi.RunError.isInstance(error)) throw new Error(`This is no RunError: ${error}`);
  const [first, ...lines] = error.message.split("\n");
  expect(first).toBe("The stack's configuration cannot be used:");
  expect(lines.pop()).toBe("Set it with: pulumi config set <name> <value>");
  return lines.map((line) => line.replace(/^- /, ""));
}

it.each(FAULTS)("%s %j is refused by itself, in a sentence", async (name, value, sentence) => {
  const faults = await faultsOf({ [name]: value });
  expect(faults).toEqual([expect.stringMatching(sentence)]);
  expect(faults[0]).toMatch(new RegExp(`^${name} `));
});

it.each(CONFLICTS)("%j is refused with the names of both", async (settings, words) => {
  const faults = await faultsOf(settings);
  expect(faults).toHaveLength(1);
  for (const word of words) expect(faults[0]).toContain(word);
});

it("an account whose CloudFront waits 60 s at most, and a smaller executor, can be served", async () => {
  const impatient = { originReadTimeoutSeconds: "60", apiTimeoutSeconds: "59" };
  await expect(load(impatient)).resolves.toBeDefined();
  const small = { executorMemoryMb: "768", executorTimeoutSeconds: "77" };
  await expect(load(small)).resolves.toBeDefined();
});

it("all faults are told at once", async () => {
  const wrong = { originProtection: "x", logRetentionDays: "x", domainName: "x", "aws:region": "" };
  const faults = await faultsOf(wrong);
  expect(faults.map((fault) => fault.split(" ")[0]).sort()).toEqual(Object.keys(wrong).sort());
});

describe("a stack's name", () => {
  it.each(["prod", "p", "eu-1", "a".repeat(30)])("may be %s", async (stack) => {
    await expect(load({ stack })).resolves.toBeDefined();
  });

  it.each(["Prod", "pro_d", "pro.d", "-prod", "prod-", "a".repeat(31), "my-aws", "cognito1"])(
    "that AWS would not take in its names is refused: %s",
    async (stack) => {
      expect(await faultsOf({ stack })).toEqual([expect.stringMatching(/^the stack's name /)]);
    },
  );
});

describe("Pulumi.yaml", () => {
  let project: Awaited<ReturnType<typeof readProjectSettings>>;

  beforeEach(async () => {
    project = await readProjectSettings();
  });

  it("names exactly the settings that the program reads", async () => {
    expect(Object.keys(project.config).sort()).toEqual(Object.keys(await load({})).sort());
  });

  it("has a default for every setting, and the program takes them all", async () => {
    const defaults = Object.keys(await defaultSettings());
    const asked = Object.keys(project.config).filter((name) => !defaults.includes(name));
    expect(asked).toEqual([]);
    await expect(load({ allowedOrigins: "" })).resolves.toBeDefined();
  });

  it("has defaults of the type that it says", () => {
    for (const [name, { type, default: value }] of Object.entries(project.config)) {
      if (value === undefined) continue;
      expect([name, typeof value]).toEqual([name, type === "integer" ? "number" : type]);
    }
  });

  it("is the project whose name the program expects", () => {
    expect(project.name).toBe("edge-grader");
  });
});

import { describe, expect, it } from "vitest";
import { ConfigError, loadConfig } from "../api/config.js";

const LEAST = {
  PROBLEMS_TABLE_NAME: "problems",
  SUBMISSIONS_TABLE_NAME: "submissions",
  CALLER_SLOTS_TABLE_NAME: "caller-slots",
  RUN_CODE_LAMBDA_NAME: "executor",
  COGNITO_USER_POOL_ID: "ap-northeast-2_AbC123",
  COGNITO_CLIENT_IDS: "one, two",
  ALLOWED_ORIGINS: "https://a.example,https://b.example",
  ORIGIN_SECRETS: "0123456789abcdef",
};

describe("loadConfig", () => {
  it("needs eight variables and has a default for the others", () => {
    expect(loadConfig(LEAST)).toEqual({
      problemsTableName: "problems",
      problemsAreListed: false,
      submissionsTableName: "submissions",
      callerSlotsTableName: "caller-slots",
      submissionTtlDays: undefined,
      executorFunctionName: "executor",
      javascriptExecutorFunctionName: undefined,
      executorTimeoutMs: 30_000,
      tenantIsolation: true,
      userPoolId: "ap-northeast-2_AbC123",
      userPoolClientIds: ["one", "two"],
      userPoolJwks: undefined,
      staffGroup: "staff",
      submissionsVisibleTo: "everyone",
      allowedOrigins: ["https://a.example", "https://b.example"],
      originProtection: { kind: "secret-header", secrets: ["0123456789abcdef"] },
      submissionsPerCaller: 2,
      customRunsPerCaller: 2,
      concurrentInvocations: 8,
      payloadBytes: 4_194_304,
    });
  });

  it("needs no secret where CloudFront signs its requests", () => {
    const { ORIGIN_SECRETS: _, ...others } = LEAST;
    const { originProtection } = loadConfig({ ...others, ORIGIN_PROTECTION: "oac" });
    expect(originProtection).toEqual({ kind: "oac" });
    expect(messageOf(() => loadConfig(others))).toContain("ORIGIN_SECRETS");
    const wrong = messageOf(() => loadConfig({ ...LEAST, ORIGIN_PROTECTION: "none" }));
    expect(wrong).toContain("ORIGIN_PROTECTION");
  });

  it("offers JavaScript where a function for it is named", () => {
    const env = { ...LEAST, JAVASCRIPT_EXECUTOR_FUNCTION_NAME: "javascript-executor" };
    expect(loadConfig(env).javascriptExecutorFunctionName).toBe("javascript-executor");
  });

  it("shows submissions to their owners alone where it is told so", () => {
    const { submissionsVisibleTo } = loadConfig({ ...LEAST, SUBMISSIONS_VISIBLE_TO: "owner" });
    expect(submissionsVisibleTo).toBe("owner");
  });

  it("is frozen", () => {
    const config = loadConfig(LEAST);
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.originProtection)).toBe(true);
  });

  it("names every fault at once and no value", () => {
    const env = {
      ...LEAST,
      ORIGIN_SECRETS: "hunter2",
      CONCURRENT_INVOCATIONS: "many",
      COGNITO_CLIENT_IDS: "a,,b",
    };
    const faults = messageOf(() => loadConfig({ ...env, PROBLEMS_TABLE_NAME: undefined }));
    for (const name of [
      "PROBLEMS_TABLE_NAME",
      "ORIGIN_SECRETS",
      "CONCURRENT_INVOCATIONS",
      "COGNITO_CLIENT_IDS",
    ]) {
      expect(faults).toContain(name);
    }
    expect(faults).not.toContain("hunter2");
  });

  it.each([
    ["TENANT_ISOLATION", "yes"],
    ["PROBLEMS_ARE_LISTED", "no"],
    ["SUBMISSION_TTL_DAYS", "-1"],
    ["STAFF_GROUP", ""],
    ["SUBMISSIONS_VISIBLE_TO", "nobody"],
    ["JAVASCRIPT_EXECUTOR_FUNCTION_NAME", ""],
    ["COGNITO_USER_POOL_ID", "pool"],
    ["COGNITO_JWKS", "{}"],
    ["COGNITO_JWKS", "not json"],
    ["CONCURRENT_INVOCATIONS", "0"],
    ["SUBMISSIONS_PER_CALLER", "0"],
    ["CUSTOM_RUNS_PER_CALLER", "two"],
    ["PAYLOAD_BYTES", "1000"],
    ["ALLOWED_ORIGINS", ""],
  ])("refuses %s=%s", (name, value) => {
    expect(() => loadConfig({ ...LEAST, [name]: value })).toThrow(ConfigError);
  });
});

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing was thrown";
}

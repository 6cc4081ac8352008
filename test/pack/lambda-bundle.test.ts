import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { apiBundle } from "../support/aws/api-bundle.js";
import { functionUrlEvent } from "../support/aws/function-url-event.js";
import { invokeBundle } from "../support/aws/invoke-bundle.js";
import { startWorld, type World } from "../support/world.js";

const SECRET = "origin-secret-of-the-test";

describe("the built API function", () => {
  let folder: string;
  let bundle: string;
  let dynamoDb: LocalDynamoDb;
  let world: World;
  let environment: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "home-of-function-"));
    bundle = await apiBundle();
    dynamoDb = await startDynamoDb();
    world = await startWorld({ executor: "python", dynamoDbEndpoint: dynamoDb.endpoint });
    const { stack } = world;
    environment = {
      HOME: folder,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
      AWS_ENDPOINT_URL_LAMBDA: stack.lambda?.endpoint ?? "",
      PROBLEMS_TABLE_NAME: stack.tables.problems,
      SUBMISSIONS_TABLE_NAME: stack.tables.submissions,
      CALLER_SLOTS_TABLE_NAME: stack.tables.callerSlots,
      RUN_CODE_LAMBDA_NAME: "code-executor",
      COGNITO_USER_POOL_ID: stack.userPool.userPoolId,
      COGNITO_CLIENT_IDS: stack.userPool.clientId,
      COGNITO_JWKS: JSON.stringify(stack.userPool.jwks),
      ALLOWED_ORIGINS: "https://site.example",
      ORIGIN_SECRETS: `an-older-secret-of-the-test,${SECRET}`,
    };
  });

  afterAll(async () => {
    await world.close();
    await dynamoDb.close();
    await rm(folder, { recursive: true });
  });

  function invoke(event: unknown, changes: Record<string, string> = {}) {
    return invokeBundle(bundle, { ...environment, ...changes }, event);
  }

  async function gradeEvent(headers: Record<string, string> = {}) {
    const idToken = await world.stack.userPool.issueIdToken({ sub: "u1", nickname: "Jimin" });
    const body = {
      problemId: "rotate-matrix",
      submissionId: "from-the-bundle",
      userCode:
        'def solution(d):\n  m = d["matrix"]\n  for _ in range(d["turns"] % 4): m = [list(r) for r in zip(*m[::-1])]\n  return m',
    };
    return functionUrlEvent("POST", "/grade", {
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${idToken}`,
        "x-origin-verify": SECRET,
        ...headers,
      },
      body: Buffer.from(JSON.stringify(body)).toString("base64"),
      isBase64Encoded: true,
    });
  }

  it("grades a function URL's event and stores the submission", async () => {
    const { answer, log } = await invoke(await gradeEvent());
    expect(answer).toMatchObject({ statusCode: 200, cookies: [] });
    expect(JSON.parse(answer.body)).toMatchObject({ status: "ACCEPTED", score: 100 });
    const stored = await world.storedSubmission("from-the-bundle");
    expect(stored).toMatchObject({ userId: "u1", author: "Jimin", status: "ACCEPTED" });
    const lines = log
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ event, status }) => [event, status])).toEqual([
      ["submission.graded", "ACCEPTED"],
      ["request", 200],
    ]);
    expect(lines.every(({ requestId }) => requestId === "request-1")).toBe(true);
  });

  it("refuses what did not come through CloudFront, before it looks at the token", async () => {
    const event = await gradeEvent({ "x-origin-verify": "wrong", authorization: "Bearer x" });
    const { answer } = await invoke(event);
    expect(answer.statusCode).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ code: "Forbidden", requestId: "request-1" });
  });

  it("answers a preflight of an allowed origin only", async () => {
    const headers = { origin: "https://site.example", "access-control-request-method": "POST" };
    const { answer } = await invoke(functionUrlEvent("OPTIONS", "/grade", { headers }));
    expect(answer.statusCode).toBe(204);
    expect(answer.headers["access-control-allow-origin"]).toBe("https://site.example");
    const foreign = { ...headers, origin: "https://other.example" };
    const refused = await invoke(functionUrlEvent("OPTIONS", "/grade", { headers: foreign }));
    expect(refused.answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("does not start with an unusable environment, and names every fault", async () => {
    const changes = { PROBLEMS_TABLE_NAME: "", ORIGIN_SECRETS: "short" };
    const { answer, errors } = await invoke(await gradeEvent(), changes);
    expect(answer).toBeUndefined();
    expect(errors).toContain("PROBLEMS_TABLE_NAME");
    expect(errors).toContain("ORIGIN_SECRETS: has a secret under 16 characters");
    expect(errors).not.toContain('"short"');
  });
});

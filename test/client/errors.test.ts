import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGraderClient, GraderError } from "../../client/create-grader-client.js";
import { type LocalDynamoDb, startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { mockExecutor } from "../../dev/lambda/mock-executor.js";
import { REFUSAL } from "../../infra/edge/web-acl.js";
import { type ScriptedService, startScriptedService } from "../support/aws/scripted-service.js";
import { clientOf } from "../support/http/client-of.js";
import { type CuttableProxy, startCuttableProxy } from "../support/http/cuttable-proxy.js";
import { GOOD_BODY, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

async function errorOf(call: Promise<unknown>): Promise<GraderError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GraderError);
  return error as GraderError;
}

describe("an error of the service", () => {
  let dynamoDb: LocalDynamoDb;
  let tables: CuttableProxy;
  let world: World;
  let whileGrading = () => {};

  beforeAll(async () => {
    dynamoDb = await startDynamoDb();
    tables = await startCuttableProxy(dynamoDb.endpoint);
    world = await startWorld({
      dynamoDbEndpoint: tables.url,
      settings: {
        executor: {
          ...mockExecutor,
          async run(job, signal) {
            whileGrading();
            return mockExecutor.run(job, signal);
          },
        },
      },
    });
    await putEchoProblem(world);
  });
  afterEach(() => {
    whileGrading = () => {};
    tables.restore();
  });
  afterAll(async () => {
    await world.close();
    await tables.close();
    await dynamoDb.close();
  });

  const logged = (code: string) =>
    world.logLines.filter(({ event }) => event === "request").find((line) => line.code === code);

  it("is a GraderError with the service's sentence, code, status and name of the request", async () => {
    const error = await errorOf(clientOf(world).grade({ ...GOOD_BODY, problemId: "none" }));
    expect(error.message).toBe('There is no problem "none"; check problemId.');
    expect([error.name, error.code, error.status]).toEqual(["GraderError", "ProblemNotFound", 404]);
    expect(error.requestId).toBe(logged("ProblemNotFound")?.requestId);
    expect(error).not.toHaveProperty("result");
  });

  it.each([
    ["runCustomTests", "InvalidInput"],
    ["listSubmissions", "InvalidInput"],
    ["getSubmission", "SubmissionNotFound"],
  ] as const)("comes from %s too", async (method, code) => {
    const client = clientOf(world);
    const calls = {
      runCustomTests: () => client.runCustomTests({ userCode: "", customTestCases: [] }),
      listSubmissions: () => client.listSubmissions({ userId: "a", author: "b" }),
      getSubmission: () => client.getSubmission("none"),
    };
    const error = await errorOf(calls[method]());
    expect(error).toMatchObject({ code, requestId: expect.stringMatching(/./) });
  });

  it("is Unauthorized with a token that is none", async () => {
    const client = clientOf(world, undefined, { getIdToken: () => "none" });
    expect(await errorOf(client.listSubmissions())).toMatchObject({
      code: "Unauthorized",
      status: 401,
    });
  });

  it("brings the whole verdict when only storing failed", async () => {
    whileGrading = () => tables.cut();
    const error = await errorOf(clientOf(world).grade(GOOD_BODY));
    expect(error).toMatchObject({ code: "SubmissionNotSaved", status: 503 });
    expect(error.result).toMatchObject({ status: "ACCEPTED", score: 100, totalCaseCount: 2 });
    expect(error.result?.results).toHaveLength(2);
  });

  it("is whatever getIdToken throws when there is no token to be had", async () => {
    const signedOut = new Error("signed out");
    const getIdToken = () => Promise.reject(signedOut);
    const call = clientOf(world, undefined, { getIdToken }).listSubmissions();
    await expect(call).rejects.toBe(signedOut);
  });
});

describe("what is no answer of the service", () => {
  let service: ScriptedService;

  beforeAll(async () => {
    service = await startScriptedService();
  });
  beforeEach(() => service.play());
  afterAll(() => service.close());

  const client = () => createGraderClient({ baseUrl: service.url, getIdToken: () => "token" });

  it.each([
    [502, "<html>Bad Gateway</html>"],
    [403, { Message: "Forbidden" }],
    [200, "<html>Sign in to the network</html>"],
    [200, "5"],
    [200, "null"],
    [201, { status: "ACCEPTED" }],
  ])("is an UnexpectedAnswer: %i %j", async (status, body) => {
    service.play({ status, body, headers: { "X-Request-Id": "request-7" } });
    const error = await errorOf(client().grade(GOOD_BODY));
    expect(error).toMatchObject({ code: "UnexpectedAnswer", status, requestId: "request-7" });
    expect(error.message).toBe(
      `The service gave an unexpected answer (${status}); try again later.`,
    );
  });

  it("is TooManyRequests when the web ACL refuses, which does not name the request", async () => {
    service.play({ status: 429, ...REFUSAL });
    const error = await errorOf(client().grade(GOOD_BODY));
    expect(error.message).toBe(REFUSAL.body.error);
    expect(error).toMatchObject({
      code: "TooManyRequests",
      status: 429,
      requestId: undefined,
      retryAfterSeconds: 300,
    });
  });

  it.each(["reset", "half"] as const)("is a NetworkError: %s", async (answer) => {
    service.play(answer);
    const call = errorOf(client().grade(GOOD_BODY));
    if (answer === "half") {
      await service.nextRequest();
      await service.close();
      service = await startScriptedService();
    }
    const error = await call;
    expect(error).toMatchObject({ code: "NetworkError", status: 0, requestId: undefined });
    expect(error.message).toMatch(/ try again\.$/);
    expect(error.cause).toBeInstanceOf(Error);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGraderClient } from "../../client/create-grader-client.js";
import type { GraderClientOptions, SubmissionsQuery } from "../../client/grader-client.js";
import { type ScriptedService, startScriptedService } from "../support/aws/scripted-service.js";

describe("what the client sends", () => {
  let service: ScriptedService;

  beforeAll(async () => {
    service = await startScriptedService();
  });
  beforeEach(() => service.play({ status: 200, body: {} }));
  afterAll(() => service.close());

  const client = (options: Partial<GraderClientOptions> = {}) =>
    createGraderClient({ baseUrl: service.url, getIdToken: () => "token", ...options });

  it.each<[SubmissionsQuery, string]>([
    [{ lastEvaluatedKey: null }, "/submissions"],
    [{ userId: undefined, pageSize: undefined, lastEvaluatedKey: undefined }, "/submissions"],
    [
      { author: "이름 &=", pageSize: 5 },
      "/submissions?author=%EC%9D%B4%EB%A6%84+%26%3D&pageSize=5",
    ],
  ])("leaves out what is null or undefined of a query: %j", async (query, path) => {
    await client().listSubmissions(query);
    await client().submissions(query);
    expect(service.received.map((one) => [one.method, one.path])).toEqual([
      ["GET", path],
      ["GET", path],
    ]);
  });

  it("keeps the old name of getSubmission for now", async () => {
    await client().submission("a b");
    expect(service.received.map((one) => one.path)).toEqual(["/submissions/a%20b"]);
  });

  it("finds the service with a slash at the end of its address or without", async () => {
    await client({ baseUrl: `${service.url}/` }).getSubmission("one");
    expect(service.received.map((one) => one.path)).toEqual(["/submissions/one"]);
  });

  it("writes inputs as JSON does", async () => {
    const customTestCases = [1, undefined, Number.NaN, { toJSON: () => "made" }, "가"];
    await client().runCustomTests({ userCode: "x", customTestCases, language: undefined });
    expect(JSON.parse(service.received[0]?.body.toString() ?? "")).toEqual({
      executionMode: "RUN_CUSTOM_TESTS",
      userCode: "x",
      customTestCases: [1, null, null, "made", "가"],
    });
  });

  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;

  it.each([
    ["an integer beyond JavaScript's numbers", 10n ** 20n],
    ["a cycle", cycle],
  ])("is nothing when an input has no JSON, which is said: %s", async (_, input) => {
    const call = client().runCustomTests({ userCode: "x", customTestCases: ["a", input] });
    await expect(call).rejects.toMatchObject({
      name: "GraderError",
      code: "InvalidInput",
      status: 0,
      message: expect.stringMatching(/^Invalid input: customTestCases\.1: ./),
      cause: expect.any(TypeError),
    });
    expect(service.received).toEqual([]);
  });

  it.each(["two\nlines", "토큰"])(
    "is nothing when the token fits no header, which is said: %j",
    async (idToken) => {
      await expect(client({ getIdToken: () => idToken }).listSubmissions()).rejects.toMatchObject({
        name: "GraderError",
        code: "InvalidInput",
        status: 0,
        message: "getIdToken gave something that no header can hold.",
      });
      expect(service.received).toEqual([]);
    },
  );

  it.each([undefined, null, ""])(
    "is nothing when there is no token, as after a session: %j",
    async (none) => {
      const getIdToken = async () => none as unknown as string;
      await expect(client({ getIdToken }).listSubmissions()).rejects.toMatchObject({
        name: "GraderError",
        code: "Unauthorized",
        status: 0,
        message: "getIdToken gave no token; sign in again.",
      });
      expect(service.received).toEqual([]);
    },
  );
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGraderClient } from "../../client/create-grader-client.js";
import type { GraderClientOptions } from "../../client/grader-client.js";
import {
  type ScriptedAnswer,
  type ScriptedService,
  startScriptedService,
} from "../support/aws/scripted-service.js";
import { GOOD_BODY } from "../support/http/post-grade.js";

const GOOD: ScriptedAnswer = { status: 200, body: { good: true } };

const error = (status: number, code: string, retryAfter?: string): ScriptedAnswer => ({
  status,
  headers: retryAfter === undefined ? {} : { "Retry-After": retryAfter },
  body: { error: "No.", code, requestId: "r" },
});

const BUSY = error(503, "ExecutorBusy", "0");

describe("the client", () => {
  let service: ScriptedService;

  beforeAll(async () => {
    service = await startScriptedService();
  });
  beforeEach(() => service.play());
  afterAll(() => service.close());

  const client = (options: Partial<GraderClientOptions> = {}) =>
    createGraderClient({ baseUrl: service.url, getIdToken: () => "token", ...options });

  const POSTS = {
    grade: () => client().grade(GOOD_BODY),
    runCustomTests: () => client().runCustomTests({ userCode: "x", customTestCases: [] }),
  };
  const GETS = {
    listSubmissions: () => client().listSubmissions(),
    getSubmission: () => client().getSubmission("one"),
  };

  it.each(["grade", "runCustomTests"] as const)(
    "sends %s again when the executor was busy, three times and no more",
    async (name) => {
      service.play(BUSY, BUSY, BUSY, GOOD);
      await expect(POSTS[name]()).resolves.toEqual({ good: true });
      service.play(BUSY);
      await expect(POSTS[name]()).rejects.toMatchObject({ code: "ExecutorBusy" });
      expect(service.received).toHaveLength(4);
      expect(new Set(service.received.map(({ body }) => body.toString())).size).toBe(1);
    },
  );

  it.each([
    ["StorageUnavailable", error(503, "StorageUnavailable", "0")],
    ["SubmissionNotSaved", error(503, "SubmissionNotSaved", "0")],
    ["IdentityProviderUnavailable", error(503, "IdentityProviderUnavailable")],
    ["InternalError", error(500, "InternalError")],
    ["ExecutorBusy", error(429, "ExecutorBusy", "0")],
    ["UnexpectedAnswer", { status: 503, body: "<html>" }],
    ["UnexpectedAnswer", { status: 504, body: "<html>" }],
    ["NetworkError", "reset"],
  ] as const)("never sends code twice for %s", async (code, answer) => {
    for (const name of ["grade", "runCustomTests"] as const) {
      service.play(answer);
      await expect(POSTS[name]()).rejects.toMatchObject({ code });
      expect(service.received).toHaveLength(1);
    }
  });

  it.each([
    ["StorageUnavailable", error(503, "StorageUnavailable", "0")],
    ["a page of the edge", { status: 503, body: "<html>", headers: { "Retry-After": "0" } }],
    ["a broken connection", "reset"],
  ] as const)("reads again after %s", async (_, answer) => {
    for (const name of ["listSubmissions", "getSubmission"] as const) {
      service.play(answer, GOOD);
      await expect(GETS[name]()).resolves.toEqual({ good: true });
      expect(service.received).toHaveLength(2);
    }
  });

  it("reads again three times and no more", async () => {
    service.play(error(503, "StorageUnavailable", "0"));
    await expect(client().listSubmissions()).rejects.toMatchObject({ code: "StorageUnavailable" });
    expect(service.received).toHaveLength(4);
    service.play("reset");
    await expect(client().listSubmissions()).rejects.toMatchObject({ code: "NetworkError" });
    expect(service.received).toHaveLength(4);
  });

  it.each([
    [400, "InvalidInput"],
    [401, "Unauthorized"],
    [404, "SubmissionNotFound"],
    [429, "TooMany"],
    [500, "InternalError"],
  ])("does not read again after %i", async (status, code) => {
    service.play(error(status, code, "0"));
    await expect(client().getSubmission("one")).rejects.toMatchObject({ code, status });
    expect(service.received).toHaveLength(1);
  });

  it("waits as long as the service asks it to", async () => {
    service.play(error(503, "ExecutorBusy", "1"), GOOD);
    await client().grade(GOOD_BODY);
    const [first = { atMs: 0 }, second = { atMs: 0 }] = service.received;
    // A timer may be early by a millisecond.
    expect(second.atMs - first.atMs).toBeGreaterThan(990);
  });

  it("does not wait beyond its time-out", async () => {
    service.play(error(503, "ExecutorBusy", "3600"));
    const call = client({ timeoutMs: 60_000 }).grade(GOOD_BODY);
    await expect(call).rejects.toMatchObject({ code: "ExecutorBusy", retryAfterSeconds: 3600 });
    expect(service.received).toHaveLength(1);
  });

  it("asks for a token before every request", async () => {
    const tokens = ["token-1", "token-2"];
    service.play(BUSY, GOOD);
    await client({ getIdToken: () => tokens.shift() ?? "" }).grade(GOOD_BODY);
    const sent = service.received.map(({ headers }) => headers.authorization);
    expect(sent).toEqual(["Bearer token-1", "Bearer token-2"]);
  });
});

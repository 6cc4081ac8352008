import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VisibleError } from "../../api/domain/errors.js";
import type { Executor } from "../../api/ports.js";
import { mockExecutor } from "../../dev/lambda/mock-executor.js";
import { postGrade, putEchoProblem, SITE } from "../support/http/post-grade.js";
import { type Answer, startWorld, type World } from "../support/world.js";

const ARN = "arn:aws:lambda:us-east-1:123456789012:function:code-executor";

describe("the log line of a request", () => {
  it.each(["GET", "POST"])("has CloudFront's name for it: %s", async (method) => {
    const world = await startWorld();
    try {
      const headers = { "X-Amz-Cf-Id": "name-of-the-edge" };
      const body = method === "POST" ? JSON.stringify({ userCode: "x" }) : null;
      await postGrade(world, { method, headers, body });
      expect(world.logLines).toMatchObject([
        { event: "request", method, edgeRequestId: "name-of-the-edge" },
      ]);
    } finally {
      await world.close();
    }
  });
});

describe("every error", () => {
  let world: World;
  let fault: Error | undefined;

  beforeAll(async () => {
    const executor: Executor = {
      ...mockExecutor,
      async run(job, signal) {
        if (fault !== undefined) throw fault;
        return mockExecutor.run(job, signal);
      },
    };
    world = await startWorld({ settings: { executor, allowedOrigins: [SITE] } });
    await putEchoProblem(world);
    await world.putProblem({
      problemId: "secret",
      finalTestCases: [{ input: 1, expected_output: "expected-by-nobody-else" }],
    });
  });
  afterAll(() => world.close());

  const body = (fields: object) => JSON.stringify({ userCode: "x", ...fields });
  const theirs = body({ problemId: "echo", submissionId: "theirs" });

  const ERRORS: Record<string, { status: number; code: string; ask: () => Promise<Answer> }> = {
    "bad input": { status: 400, code: "InvalidInput", ask: () => postGrade(world, { body: "{" }) },
    "no token": {
      status: 401,
      code: "Unauthorized",
      ask: () => postGrade(world, { headers: { Authorization: null } }),
    },
    "a problem that is not there": {
      status: 404,
      code: "ProblemNotFound",
      ask: () => postGrade(world, { body: body({ problemId: "none" }) }),
    },
    "an unknown path": {
      status: 404,
      code: "NotFound",
      ask: () => postGrade(world, { path: "/grades" }),
    },
    "another method": {
      status: 405,
      code: "MethodNotAllowed",
      ask: () => postGrade(world, { method: "DELETE" }),
    },
    "another user's submission": {
      status: 409,
      code: "SubmissionIdTaken",
      async ask() {
        await world.grade(theirs, { sub: "somebody-else", nickname: "n" });
        return postGrade(world, { body: theirs });
      },
    },
    "a body too large": {
      status: 413,
      code: "PayloadTooLarge",
      ask: () => postGrade(world, { body: " ".repeat(1024 * 1024 + 1) }),
    },
    "another content type": {
      status: 415,
      code: "UnsupportedMediaType",
      ask: () => postGrade(world, { headers: { "Content-Type": "text/plain" } }),
    },
    "a busy executor": {
      status: 503,
      code: "ExecutorBusy",
      ask: () =>
        withFault(
          new VisibleError("ExecutorBusy", "Everybody is busy.", {
            cause: new Error(`${ARN} busy`),
          }),
        ),
    },
    "a defect of ours": {
      status: 500,
      code: "InternalError",
      ask: () => withFault(new TypeError(`Cannot read ${ARN} of undefined`)),
    },
  };

  async function withFault(error: Error): Promise<Answer> {
    fault = error;
    try {
      return await postGrade(world, { body: body({ problemId: "secret" }) });
    } finally {
      fault = undefined;
    }
  }

  const requestLine = (requestId: string) =>
    world.logLines.filter((line) => line.event === "request" && line.requestId === requestId);

  it.each(Object.keys(ERRORS))("has its sentence, code, id and log line: %s", async (name) => {
    const { status, code, ask } = ERRORS[name] as (typeof ERRORS)[string];
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toMatch(/^application\/json/);
    expect(answer.headers.get("X-Amzn-ErrorType")).toBe(code);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(SITE);
    expect(answer.body).toMatchObject({ code, error: expect.stringMatching(/\w+ .*\w/) });
    expect(answer.body.requestId).toMatch(/./);
    expect(requestLine(answer.body.requestId)).toEqual([expect.objectContaining({ status, code })]);
  });

  it.each(Object.keys(ERRORS))("tells the caller nothing from inside: %s", async (name) => {
    const { ask } = ERRORS[name] as (typeof ERRORS)[string];
    const answer = await ask();
    const told = answer.text + JSON.stringify([...answer.headers]);
    expect(told).not.toMatch(/\bat \S+ \(|\.ts:\d|node_modules/);
    expect(told).not.toMatch(/arn:|code-executor|problem-submissions|dynamodb|123456789012/i);
    expect(told).not.toMatch(/eyJ[\w-]{10}/);
    expect(told).not.toContain("expected-by-nobody-else");
  });

  it("leaves in the log what the caller is not told", async () => {
    const [busy, defect] = [ERRORS["a busy executor"], ERRORS["a defect of ours"]];
    for (const error of [busy, defect]) {
      const answer = await error?.ask();
      const [line] = requestLine(answer?.body.requestId);
      const logged = JSON.stringify(line);
      expect(logged).toContain(ARN);
      expect(logged).toMatch(/errors\.test\.ts:\d+/);
    }
  });

  it("says the same of every defect", async () => {
    const first = await withFault(new Error("one"));
    const second = await withFault(new RangeError("two"));
    expect(first.body.error).toBe(second.body.error);
    expect(first.body.requestId).not.toBe(second.body.requestId);
    expect(Object.keys(first.body).sort()).toEqual(["code", "error", "requestId"]);
  });

  it("has Retry-After when the executor is busy, and nothing is stored", async () => {
    const busy = new VisibleError("ExecutorBusy", "Everybody is busy.");
    fault = busy;
    const answer = await world.grade(body({ problemId: "echo", submissionId: "was-busy" }));
    fault = undefined;
    expect(answer.headers.get("Retry-After")).toBe("2");
    await expect(world.storedSubmission("was-busy")).resolves.toBeUndefined();
  });

  it.each([
    ["/grade", "GET", "POST"],
    ["/grade", "DELETE", "POST"],
    ["/health", "POST", "GET"],
  ])("names the methods that %s takes when it does not take %s", async (path, method, allowed) => {
    const answer = await world.request(path, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")?.split(/, */)).toContain(allowed);
    expect(answer.headers.get("Allow")?.split(/, */)).not.toContain(method);
  });

  it.each(["/nothing", "/grade/", "/Grade", "//grade", "/grade/x", "/submission"])(
    "is NotFound at %s",
    async (path) => {
      const answer = await world.request(path, { method: "POST" });
      expect([answer.status, answer.body.code]).toEqual([404, "NotFound"]);
    },
  );

  it.each([
    [null, 415],
    ["", 415],
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["application/jsonp", 415],
    ["application/json", 200],
    ["Application/JSON; charset=utf-8", 200],
  ])("depends on the content type: %s is %i", async (type, status) => {
    const bytes = new TextEncoder().encode(body({ problemId: "echo" }));
    const answer = await postGrade(world, { headers: { "Content-Type": type }, body: bytes });
    expect(answer.status).toBe(status);
  });

  it("has a log line that names no token", async () => {
    await postGrade(world, {});
    expect(JSON.stringify(world.logLines)).not.toMatch(/eyJ[\w-]{10}/);
  });

  it("stores nothing for a problem that is not there", async () => {
    const ask = body({ problemId: "none", submissionId: "of-no-problem" });
    expect((await world.grade(ask)).body.code).toBe("ProblemNotFound");
    await expect(world.storedSubmission("of-no-problem")).resolves.toBeUndefined();
  });
});

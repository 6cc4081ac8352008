import { describe, expect, it } from "vitest";
import { createGraderClient, GraderError } from "../../client/create-grader-client.js";
import { GOOD_BODY } from "../support/http/post-grade.js";

const STARTED = '{"event":"started","submissionId":"s","totalCaseCount":2}\n';
const CASE = '{"event":"case","caseNumber":1,"stdout":"가😀é"}\n';
const GRADED = '{"event":"graded","score":100,"errorMessage":"나😀"}\n';
const TOLD = ["started", "case", "graded"];

/** What the network makes of an answer: its bytes in these pieces, and then an end or a break. */
function clientOf(
  pieces: readonly (string | Uint8Array)[],
  { isBroken = false, status = 200, type = "application/x-ndjson" } = {},
) {
  const state = { isCancelled: false };
  async function* bytes() {
    try {
      for (const piece of pieces) {
        yield typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
      }
      if (isBroken) throw new TypeError("terminated");
    } finally {
      state.isCancelled = true;
    }
  }
  const headers = { "Content-Type": type, "X-Request-Id": "r" };
  const fetch = async () => new Response(ReadableStream.from(bytes()), { status, headers });
  const client = createGraderClient({ baseUrl: "", getIdToken: () => "token", fetch });
  return { state, live: client.gradeLive(GOOD_BODY), run: client };
}

/** The events, and what was thrown behind them. */
async function listen(events: AsyncIterable<{ event: string }>) {
  const told: { event: string }[] = [];
  try {
    for await (const event of events) told.push(event);
  } catch (error) {
    return { told, error };
  }
  return { told, error: undefined };
}

const names = (told: readonly { event: string }[]) => told.map(({ event }) => event);

describe("a live answer", () => {
  it("may come in pieces of any size, be they parts of a character", async () => {
    const bytes = new TextEncoder().encode(STARTED + CASE + GRADED);
    const whole = await listen(clientOf([bytes]).live);
    expect([names(whole.told), whole.error]).toEqual([TOLD, undefined]);
    for (const size of [1, 2, 3, 5, 64]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(await listen(clientOf(pieces).live)).toEqual(whole);
    }
  });

  it("may have events larger than any piece in which it comes", async () => {
    const stdout = "가".repeat(100_000);
    const line = `${JSON.stringify({ event: "case", caseNumber: 1, stdout })}\n`;
    const bytes = new TextEncoder().encode(STARTED + line + GRADED);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, index) =>
      bytes.subarray(index * 65_536, (index + 1) * 65_536),
    );
    const { told } = await listen(clientOf(pieces).live);
    expect(told[1]).toEqual({ event: "case", caseNumber: 1, stdout });
    expect(names(told)).toEqual(TOLD);
  });

  it("may come at once at its end, as proxies that buffer have it, with their line ends", async () => {
    const answer = `\r\n${STARTED}\n\n  \n${CASE}${GRADED}`.replaceAll("\n", "\r\n");
    const { told } = await listen(clientOf([answer]).live);
    expect(names(told)).toEqual(TOLD);
  });

  it("is whole without the end of its last line", async () => {
    const { told, error } = await listen(clientOf([STARTED, CASE, GRADED.trimEnd()]).live);
    expect([names(told), error]).toEqual([TOLD, undefined]);
  });

  it("ends with its last event, whatever comes behind it", async () => {
    const { live, state } = clientOf([STARTED, GRADED, "junk\n", CASE], { isBroken: true });
    const { told, error } = await listen(live);
    expect([names(told), error]).toEqual([["started", "graded"], undefined]);
    expect(state.isCancelled).toBe(true);
  });

  it("passes over events that a later version of the service may tell", async () => {
    const { told } = await listen(
      clientOf([STARTED, '{"event":"queued","ahead":3}\n', GRADED]).live,
    );
    expect(names(told)).toEqual(["started", "graded"]);
  });

  it.each([
    ["before its first event", [""], []],
    ["behind an event", [STARTED, CASE], ["started", "case"]],
    ["in an event", [STARTED, GRADED.slice(0, 20)], ["started"]],
    ["in a character", [STARTED, new TextEncoder().encode(CASE).subarray(0, -6)], ["started"]],
  ])(
    "that is cut off %s is lost, by an end or a break, and says what to do",
    async (_, pieces, told) => {
      for (const isBroken of [false, true]) {
        const heard = await listen(clientOf(pieces, { isBroken }).live);
        expect(names(heard.told)).toEqual(told);
        expect(heard.error).toMatchObject({
          name: "GraderError",
          code: "NetworkError",
          status: 0,
          requestId: "r",
          message:
            "The connection was lost before the answer had ended. The submission is graded all the same: find it among your submissions in a moment.",
        });
      }
    },
  );

  it("is lost as well where it is a plain one that breaks", async () => {
    const { run } = clientOf(['{"score":'], { isBroken: true, type: "application/json" });
    const lost = await run.grade(GOOD_BODY).catch((error) => error);
    expect(lost).toMatchObject({
      code: "NetworkError",
      message: "The connection was lost before the answer had ended; try again.",
    });
  });

  it("of custom tests that is cut off says to run them again, since nothing is stored", async () => {
    const { run } = clientOf([STARTED]);
    const custom = run.runCustomTestsLive({ userCode: "x", customTestCases: [] });
    expect((await listen(custom)).error).toMatchObject({
      code: "NetworkError",
      message: "The connection was lost before the answer had ended. Run the tests again.",
    });
  });

  it.each([
    ["no JSON", "<html>"],
    ["no object", "[1]"],
    ["null", "null"],
    ["no event", "{}"],
    ["an event without a name", '{"event":5}'],
    ["a failure without a reason", '{"event":"failed"}'],
    ["a failure that is no status", '{"event":"failed","error":"No.","code":"X","status":"503"}'],
  ])("with a line that is %s is an unexpected one", async (_, line) => {
    const { live, state } = clientOf([STARTED, `${line}\n`, GRADED]);
    const { told, error } = await listen(live);
    expect(names(told)).toEqual(["started"]);
    expect(error).toMatchObject({
      name: "GraderError",
      code: "UnexpectedAnswer",
      status: 200,
      requestId: "r",
      message: expect.stringContaining("try again"),
    });
    expect(state.isCancelled).toBe(true);
  });

  it("is none with another status, whatever its type says", async () => {
    const { error } = await listen(clientOf([STARTED, GRADED], { status: 502 }).live);
    expect(error).toMatchObject({ code: "UnexpectedAnswer", status: 502 });
  });

  it("is none from a page that stands in the way", async () => {
    const { error } = await listen(clientOf(["<html>"], { type: "text/html" }).live);
    expect(error).toMatchObject({ code: "UnexpectedAnswer", status: 200 });
  });
});

describe("whoever gives up a live answer", () => {
  const REASON = { why: "the page was left" };

  it("by its signal is told nothing more, though all of it has come", async () => {
    for (const rest of [
      CASE + GRADED,
      '{"event":"failed","status":500,"error":"No.","code":"X"}\n',
    ]) {
      const controller = new AbortController();
      const { run, state } = clientOf([STARTED + rest]);
      const told: string[] = [];
      const call = async () => {
        for await (const { event } of run.gradeLive(GOOD_BODY, { signal: controller.signal })) {
          told.push(event);
          controller.abort(REASON);
        }
      };
      await expect(call()).rejects.toBe(REASON);
      expect([told, state.isCancelled]).toEqual([["started"], true]);
    }
  });

  it("behind the last event has it nevertheless", async () => {
    const controller = new AbortController();
    const events = clientOf([STARTED + GRADED]).run.gradeLive(GOOD_BODY, controller);
    await events.next();
    expect((await events.next()).value).toMatchObject({ event: "graded", score: 100 });
    controller.abort(REASON);
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it("by leaving the loop ends the request, even one that heeds no signal", async () => {
    const { live, state } = clientOf([STARTED, CASE, GRADED]);
    for await (const { event } of live) if (event === "case") break;
    expect(state.isCancelled).toBe(true);
    expect(await live.next()).toEqual({ done: true, value: undefined });
  });

  it("before it has begun asks nobody", async () => {
    const { run, state } = clientOf([STARTED, GRADED]);
    const { error } = await listen(run.gradeLive(GOOD_BODY, { signal: AbortSignal.abort(REASON) }));
    expect([error, state.isCancelled]).toEqual([REASON, false]);
  });
});

describe("an error", () => {
  const json = (status: number, body: object) =>
    clientOf([JSON.stringify(body)], { status, type: "application/json" });

  it.each([
    [400, "InvalidInput"],
    [401, "Unauthorized"],
    [401, "MissingIdentity"],
    [403, "Forbidden"],
    [404, "ProblemNotFound"],
    [409, "SubmissionIdTaken"],
    [413, "PayloadTooLarge"],
    [415, "UnsupportedMediaType"],
    [429, "TooManyRequests"],
    [500, "InternalError"],
    [503, "StorageUnavailable"],
    [503, "SubmissionNotSaved"],
  ])("is the same plain, live and told as an event: %i %s", async (status, code) => {
    const result = code === "SubmissionNotSaved" ? { result: { score: 50 } } : {};
    const body = { error: `What to do about ${code}.`, code, requestId: "r", ...result };
    const plain = await json(status, body)
      .run.grade(GOOD_BODY)
      .catch((error) => error);
    expect(plain).toBeInstanceOf(GraderError);
    expect(plain).toMatchObject({ message: body.error, code, status, requestId: "r", ...result });
    const { live } = json(status, body);
    expect(await listen(live)).toEqual({ told: [], error: plain });
    const failed = `${JSON.stringify({ event: "failed", status, ...body })}\n`;
    const { told, error } = await listen(clientOf([STARTED, failed]).live);
    expect([names(told), error]).toEqual([["started"], plain]);
    expect({ ...(error as object) }).toEqual({ ...plain });
  });
});

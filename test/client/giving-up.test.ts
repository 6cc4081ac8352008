import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createGraderClient } from "../../client/create-grader-client.js";
import type { GraderClientOptions } from "../../client/grader-client.js";
import { type ScriptedService, startScriptedService } from "../support/aws/scripted-service.js";
import { GOOD_BODY } from "../support/http/post-grade.js";

describe("a call", () => {
  let service: ScriptedService;

  beforeAll(async () => {
    service = await startScriptedService();
  });
  beforeEach(() => service.play());
  afterAll(() => service.close());

  const client = (options: Partial<GraderClientOptions> = {}) =>
    createGraderClient({ baseUrl: service.url, getIdToken: () => "token", ...options });

  const REASON = { why: "the page was left" };

  it("that is given up before it begins asks nobody, not even for a token", async () => {
    let asked = 0;
    const getIdToken = () => {
      asked += 1;
      return "token";
    };
    const call = client({ getIdToken }).grade(GOOD_BODY, { signal: AbortSignal.abort(REASON) });
    await expect(call).rejects.toBe(REASON);
    expect([asked, service.received]).toEqual([0, []]);
  });

  it.each(["silence", "half"] as const)(
    "that is given up rejects with the signal's reason and ends its request: %s",
    async (answer) => {
      service.play(answer);
      const controller = new AbortController();
      const call = client().grade(GOOD_BODY, { signal: controller.signal });
      const { closed } = await service.nextRequest();
      controller.abort(REASON);
      await expect(call).rejects.toBe(REASON);
      await closed;
    },
  );

  it("that is given up without a reason rejects with an AbortError, as fetch does", async () => {
    const controller = new AbortController();
    const call = client().listSubmissions({}, { signal: controller.signal });
    await service.nextRequest();
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(service.received).toHaveLength(1);
  });

  it("that is given up while it waits for a token or to be repeated rejects at once", async () => {
    const waiting = new AbortController();
    const getIdToken = () => new Promise<string>(() => {});
    const tokenless = client({ getIdToken }).grade(GOOD_BODY, { signal: waiting.signal });
    waiting.abort(REASON);
    await expect(tokenless).rejects.toBe(REASON);

    const headers = { "Retry-After": "60" };
    const body = { error: "No.", code: "ExecutorBusy", requestId: "r" };
    service.play({ status: 503, headers, body });
    const controller = new AbortController();
    const call = client().grade(GOOD_BODY, { signal: controller.signal });
    const { closed } = await service.nextRequest();
    await closed;
    controller.abort(REASON);
    await expect(call).rejects.toBe(REASON);
    expect(service.received).toHaveLength(1);
  });

  it.each(["silence", "half"] as const)(
    "is a Timeout when the whole answer has not come in time, and ends its request: %s",
    async (answer) => {
      service.play(answer);
      const call = client({ timeoutMs: 200 }).listSubmissions();
      const request = service.nextRequest();
      await expect(call).rejects.toMatchObject({
        name: "GraderError",
        code: "Timeout",
        status: 0,
        message: "The service did not answer within 200 ms.",
      });
      await (await request).closed;
      expect(service.received).toHaveLength(1);
    },
  );

  it("takes its own time-out before the client's", async () => {
    const call = client({ timeoutMs: 600_000 }).grade(GOOD_BODY, { timeoutMs: 50 });
    await expect(call).rejects.toMatchObject({ code: "Timeout" });
  });

  it("may have all the time there is", async () => {
    service.play({ status: 200, body: {} });
    const timeoutMs = Number.POSITIVE_INFINITY;
    await expect(client({ timeoutMs }).grade(GOOD_BODY)).resolves.toEqual({});
  });

  it("leaves nothing on the caller's signal", async () => {
    service.play({ status: 200, body: {} });
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    signal.addEventListener = (_: string, listener: unknown) => void listeners.add(listener);
    signal.removeEventListener = (_: string, listener: unknown) => void listeners.delete(listener);
    await client().grade(GOOD_BODY, { signal });
    expect(listeners.size).toBe(0);
  });
});

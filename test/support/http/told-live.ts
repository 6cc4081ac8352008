import { expect } from "vitest";
import type { Answer } from "./answer.js";
import { linesOf } from "./expect-described.js";

type Event = Readonly<Record<string, unknown>> & { readonly event: string };

/**
 * A live answer as the plain one that its last event is. Fails unless it began with `started`, told
 * each case once at most, and each as the last event has it.
 */
export function toldLive(answer: Answer): Answer {
  if (answer.headers.get("Content-Type") !== "application/x-ndjson") return answer;
  const [started, ...cases] = linesOf(answer.text) as Event[];
  const { event, ...last } = cases.pop() ?? expect.fail("nothing was told");
  expect([started?.event, ...new Set(cases.map((one) => one.event))].join()).toMatch(
    /^started(,case)?$/,
  );
  const told = cases.map(({ event: _, ...one }) => one);
  const headers = new Headers(answer.headers);
  headers.set("Content-Type", "application/json");
  headers.delete("Cache-Control");
  if (event !== "failed") {
    expectEach(told, last.results);
    expect(told).toHaveLength(Number(started?.totalCaseCount));
    return { status: 200, headers, text: JSON.stringify(last), body: last };
  }
  const { status, retryAfterSeconds, ...body } = last;
  if (body.result !== undefined) expectEach(told, (body.result as { results: unknown }).results);
  headers.set("X-Amzn-ErrorType", String(body.code));
  if (retryAfterSeconds !== undefined) headers.set("Retry-After", String(retryAfterSeconds));
  return { status: Number(status), headers, text: JSON.stringify(body), body };
}

/** Each was told as it is in the end, and none twice. */
function expectEach(told: readonly object[], results: unknown): void {
  const whole = new Set((results as readonly unknown[]).map((one) => JSON.stringify(one)));
  for (const one of told) expect(whole.delete(JSON.stringify(one))).toBe(true);
}

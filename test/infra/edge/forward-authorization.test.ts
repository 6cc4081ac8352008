import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { FORWARD_AUTHORIZATION } from "../../../infra/edge/forward-authorization.js";

type Headers = Record<string, { value: string; multiValue?: { value: string }[] }>;

/** Runs the code as CloudFront does: nothing in scope but the event. */
function forwarded(headers: Headers): Headers {
  const event = JSON.stringify({ version: "1.0", request: { method: "POST", uri: "/", headers } });
  const call = `${FORWARD_AUTHORIZATION}; JSON.stringify(handler(${event}))`;
  return JSON.parse(runInNewContext(call)).headers;
}

const TOKEN = { value: "Bearer a.b.c" };

describe("the code at the edge", () => {
  it("keeps the caller's token where CloudFront's signature does not reach", () => {
    const headers = forwarded({ authorization: TOKEN, "content-type": { value: "a/b" } });
    expect(headers).toEqual({
      authorization: TOKEN,
      "x-forwarded-authorization": TOKEN,
      "content-type": { value: "a/b" },
    });
  });

  it("lets no viewer write that header", () => {
    const forged = { value: "Bearer forged" };
    expect(forwarded({ "x-forwarded-authorization": forged })).toEqual({});
    expect(forwarded({ authorization: TOKEN, "x-forwarded-authorization": forged })).toMatchObject({
      "x-forwarded-authorization": TOKEN,
    });
  });

  it("lets no viewer add to that header", () => {
    const forged = {
      value: "Bearer x",
      multiValue: [{ value: "Bearer x" }, { value: "Bearer y" }],
    };
    const headers = forwarded({ authorization: TOKEN, "x-forwarded-authorization": forged });
    expect(headers["x-forwarded-authorization"]).toEqual(TOKEN);
  });

  it("is within what CloudFront takes", () => {
    expect(Buffer.byteLength(FORWARD_AUTHORIZATION)).toBeLessThan(10 * 1024);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_FRAMES } from "./framing.js";
import { HOSTILE_HEADS } from "./heads.js";
import { type HostileWorld, startHostileWorld } from "./hostile-world.js";

describe("a hostile head", () => {
  let hostile: HostileWorld;

  beforeAll(async () => {
    hostile = await startHostileWorld();
  });
  afterAll(() => hostile.close());

  describe.each(Object.entries({ ...HOSTILE_HEADS, framing: HOSTILE_FRAMES }))("%s", (_, heads) => {
    it.each(heads)("has its answer: %s", async (_name, parts, expected) => {
      const answer = await hostile.expectAnswer(parts, expected);
      expect(answer.headers.get("X-Injected")).toBeNull();
    });
  });

  it("is answered without a body to HEAD, which takes none", async () => {
    const [answer, ...others] = await hostile.send({ line: "HEAD /grade HTTP/1.1" });
    expect([answer?.status, answer?.text, others]).toEqual([405, "", []]);
    expect(answer?.headers.get("X-Amzn-ErrorType")).toBe("MethodNotAllowed");
    expect(answer?.headers.get("Allow")).toBe("POST, OPTIONS");
    await hostile.expectUnharmed();
  });

  it("is not answered to CONNECT, since this is no proxy", async () => {
    expect(await hostile.send({ line: "CONNECT 127.0.0.1:80 HTTP/1.1" })).toEqual([]);
    await hostile.expectUnharmed();
  });

  it("that ends one request early does not make another of the rest", async () => {
    const smuggled = "GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    const headers = ["Transfer-Encoding: chunked"];
    await hostile.send({ headers, body: `0\r\n\r\n${smuggled}` });
    expect(hostile.world.logLines.filter(({ path }) => path === "/smuggled")).toEqual([]);
  });
});

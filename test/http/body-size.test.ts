import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GOOD_BODY, postGrade, putEchoProblem } from "../support/http/post-grade.js";
import { startWorld, type World } from "../support/world.js";

const MIB = 1024 * 1024;

describe("the size of a request", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await putEchoProblem(world);
  });
  afterAll(() => world.close());

  /** A good body, padded with white space. */
  const bodyOf = (bytes: number) => JSON.stringify(GOOD_BODY).padEnd(bytes);

  it("may be 1 MiB", async () => {
    const answer = await postGrade(world, { body: bodyOf(MIB) });
    expect(answer.status).toBe(200);
  });

  it("may not be a byte more", async () => {
    const answer = await postGrade(world, { body: bodyOf(MIB + 1) });
    expect([answer.status, answer.body.code]).toEqual([413, "PayloadTooLarge"]);
  });

  it("is counted in bytes, not in characters", async () => {
    const comment = "가".repeat(MIB / 2);
    const answer = await postGrade(world, { body: JSON.stringify({ ...GOOD_BODY, comment }) });
    expect(answer.status).toBe(413);
  });

  /** Sends slowly enough that the answer would meet a client that has much left to send. */
  async function sendWhole(framing: "length" | "chunked", bytes: number): Promise<string> {
    const idToken = await world.stack.userPool.issueIdToken({ sub: "s", nickname: "n" });
    const { hostname, port } = new URL(world.url);
    const socket = connect(Number(port), hostname);
    let received = "";
    socket.setEncoding("utf8").on("data", (text: string) => {
      received += text;
    });
    const closed = once(socket, "close");
    const head = [
      "POST /grade HTTP/1.1",
      `Host: ${hostname}`,
      `Authorization: Bearer ${idToken}`,
      "Content-Type: application/json",
      framing === "length" ? `Content-Length: ${bytes}` : "Transfer-Encoding: chunked",
      "Connection: close",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    const chunk = Buffer.alloc(64 * 1024, " ");
    for (let sent = 0; sent < bytes; sent += chunk.length) {
      if (framing === "chunked") socket.write(`${chunk.length.toString(16)}\r\n`);
      const isRoomLeft = socket.write(chunk);
      if (framing === "chunked") socket.write("\r\n");
      if (isRoomLeft) await new Promise(setImmediate);
      else await once(socket, "drain");
    }
    if (framing === "chunked") socket.write("0\r\n\r\n");
    await closed;
    return received;
  }

  it.each(["length", "chunked"] as const)(
    "is refused without a reset when 8 MiB come with framing by %s",
    async (framing) => {
      const received = await sendWhole(framing, 8 * MIB);
      expect(received).toMatch(/^HTTP\/1\.1 413 /);
      expect(received).toContain('"code":"PayloadTooLarge"');
    },
  );

  it("is taken when chunked and small enough", async () => {
    const idToken = await world.stack.userPool.issueIdToken({ sub: "s", nickname: "n" });
    const parts = [JSON.stringify(GOOD_BODY).slice(0, 20), JSON.stringify(GOOD_BODY).slice(20)];
    const body = new ReadableStream({
      pull(controller) {
        const part = parts.shift();
        if (part === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(part));
      },
    });
    const answer = await world.request("/grade", {
      method: "POST",
      headers: { Authorization: `Bearer ${idToken}`, "Content-Type": "application/json" },
      body,
      duplex: "half",
    });
    expect(answer.status).toBe(200);
  });
});

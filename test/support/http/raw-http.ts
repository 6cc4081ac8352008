import { once } from "node:events";
import { connect } from "node:net";
import type { Answer } from "./answer.js";

/** One connection on which a test writes whatever bytes it likes. */
export interface RawConnection {
  /** A text's characters are its bytes (latin-1). Resolves when there is room for more. */
  write(bytes: string | Uint8Array): Promise<void>;
  /** Says that nothing more will come, but still listens. */
  finish(): void;
  /** Breaks the connection. */
  reset(): void;
  /** What has come so far. */
  readonly received: string;
  /** All that came, once the other side has ended the connection. */
  readonly ended: Promise<string>;
}

export async function openRaw(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  const received = () => Buffer.concat(chunks).toString("utf8");
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  // A server that has answered enough may break the connection: what it said before counts.
  socket.on("error", () => socket.destroy());
  const ended = new Promise<string>((resolve) => socket.once("close", () => resolve(received())));
  await once(socket, "connect");
  return {
    async write(bytes) {
      const chunk = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
      if (!socket.writable || socket.write(chunk)) return;
      const drained = new Promise((resolve) => socket.once("drain", resolve));
      await Promise.race([drained, ended]);
    },
    finish: () => socket.end(),
    reset: () => socket.resetAndDestroy(),
    get received() {
      return received();
    },
    ended,
  };
}

/** Sends the bytes, and returns every answer until the server ends the connection. */
export async function sendRaw(url: string, bytes: string | Uint8Array): Promise<Answer[]> {
  const connection = await openRaw(url);
  await connection.write(bytes);
  return readAnswers(await connection.ended);
}

/** The answers in what a server sent; each must have the length that it states. */
export function readAnswers(received: string): Answer[] {
  const answers: Answer[] = [];
  for (let rest = Buffer.from(received); rest.length > 0; ) {
    const endOfHead = rest.indexOf("\r\n\r\n");
    const [statusLine = "", ...lines] = rest.subarray(0, endOfHead).toString().split("\r\n");
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
    if (endOfHead === -1 || Number.isNaN(status)) throw new Error(`not an answer: ${rest}`);
    const headers = new Headers(lines.map((line) => line.split(/: ?(.*)/s).slice(0, 2) as Pair));
    const start = endOfHead + 4;
    const end = start + bodyBytes(headers, rest.length - start);
    const text = rest.subarray(start, end).toString();
    const isJson = headers.get("Content-Type")?.includes("json") && text !== "";
    answers.push({ status, headers, text, body: isJson ? JSON.parse(text) : undefined });
    rest = rest.subarray(end);
  }
  return answers;
}

type Pair = [string, string];

/** How much of what follows is the body; to a HEAD nothing follows whatever its length. */
function bodyBytes(headers: Headers, following: number): number {
  if (following === 0) return 0;
  if (headers.get("Transfer-Encoding") === "chunked") return "0\r\n\r\n".length;
  return Number(headers.get("Content-Length") ?? 0);
}

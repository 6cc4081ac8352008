import { createServer, type IncomingMessage } from "node:http";
import { closeGracefully, listenOnLoopback } from "../../../dev/lambda/loopback.js";

/** What a function has streamed so far: its head has come, its body may still come. */
export interface StreamedAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: AsyncIterable<Uint8Array>;
  /** Breaks the connection on which it comes. */
  breakOff(): void;
}

/** Takes what functions stream, as the Runtime API does. */
export interface StreamedAnswers {
  /** Where the answer to this request is to go. */
  urlOf(requestId: string): string;
  /** The answer to this request, as soon as its head has come. */
  take(requestId: string): Promise<StreamedAnswer>;
  close(): Promise<void>;
}

export async function startStreamedAnswers(): Promise<StreamedAnswers> {
  const expected = new Map<string, PromiseWithResolvers<StreamedAnswer>>();
  const entry = (requestId: string) => {
    const known = expected.get(requestId) ?? Promise.withResolvers<StreamedAnswer>();
    expected.set(requestId, known);
    return known;
  };
  const server = createServer((request, response) => {
    request.once("end", () => response.writeHead(202).end());
    const { resolve, reject } = entry(request.url?.slice(1) ?? "");
    read(request).then(resolve, reject);
  });
  const port = await listenOnLoopback(server, 0);
  return {
    urlOf: (requestId) => `http://127.0.0.1:${port}/${requestId}`,
    async take(requestId) {
      const answer = await entry(requestId).promise;
      expected.delete(requestId);
      return answer;
    },
    close: () => closeGracefully(server),
  };
}

/** The head is JSON, and eight zeros end it. */
async function read(request: IncomingMessage): Promise<StreamedAnswer> {
  const type = request.headers["content-type"];
  if (type !== "application/vnd.awslambda.http-integration-response") {
    throw new Error(`The function's answer is ${type}.`);
  }
  const chunks: AsyncIterator<Buffer> = request[Symbol.asyncIterator]();
  let received = Buffer.alloc(0);
  let end = -1;
  while (end === -1) {
    const { value, done } = await chunks.next();
    if (done) throw new Error(`The function's answer has no head: ${received}`);
    received = Buffer.concat([received, value]);
    end = received.indexOf(Buffer.alloc(8));
  }
  const beginning = received.subarray(end + 8);
  return {
    ...JSON.parse(received.subarray(0, end).toString()),
    body: rest(beginning, chunks),
    breakOff: () => void request.destroy(),
  };
}

async function* rest(beginning: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Uint8Array> {
  if (beginning.length > 0) yield beginning;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

import type { World } from "../world.js";

// biome-ignore lint/suspicious/noExplicitAny: an event is whatever the test says it is
export type Told = any;

/** A live answer whose lines a test takes one by one, as they come. */
export interface LiveAnswer {
  readonly response: Response;
  /** The next line as it was sent, without its end; undefined behind the last. */
  nextLine(): Promise<string | undefined>;
  /** The next event, whatever signs of life come before it; undefined behind the last. */
  next(): Promise<Told>;
  /** All events that are still to come. */
  rest(): Promise<Told[]>;
  hangUp(): Promise<void>;
}

/** Sends a request to `/grade` that is to be answered live. */
export async function startLive(
  { url, stack }: Pick<World, "url" | "stack">,
  body: object,
  { student = { sub: "student-1", nickname: "One" }, accept = "application/x-ndjson" } = {},
): Promise<LiveAnswer> {
  const response = await fetch(`${url}/grade`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${await stack.userPool.issueIdToken(student)}`,
      "Content-Type": "application/json",
      Accept: accept,
    },
    body: JSON.stringify(body),
  });
  return readLive(response);
}

export function readLive(response: Response): LiveAnswer {
  let reader: ReadableStreamDefaultReader<string> | undefined;
  let received = "";
  const nextLine = async () => {
    // Only now, so that a test may as well read the response itself.
    reader ??= response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const end = received.indexOf("\n");
      if (end !== -1) {
        const line = received.slice(0, end);
        received = received.slice(end + 1);
        return line;
      }
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) return undefined;
      received += chunk.value;
    }
  };
  const next = async () => {
    let line = await nextLine();
    while (line?.trim() === "") line = await nextLine();
    return line && JSON.parse(line);
  };
  return {
    response,
    nextLine,
    next,
    async rest() {
      const events: Told[] = [];
      for (let event = await next(); event !== undefined; event = await next()) events.push(event);
      return events;
    },
    async hangUp() {
      await (reader ?? response.body)?.cancel();
    },
  };
}

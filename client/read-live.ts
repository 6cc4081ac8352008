import type { FailedEvent } from "./answers.js";
import type { Reader } from "./ask.js";
import type { Deadline } from "./deadline.js";
import { GraderError } from "./grader-error.js";
import { readAnswer } from "./read-answer.js";
import { receive } from "./send.js";

/** Reads an answer that is an event a line; of a plain one it makes the last event. */
export function readLive<Event>(
  lastEvent: "graded" | "ran",
  parseJson: (text: string) => unknown,
): Reader<Event> {
  return async function* (response, deadline) {
    if (!/^application\/x-ndjson\b/.test(response.headers.get("Content-Type") ?? "")) {
      const answer = readAnswer<object>(await deadline.for(receive(response)), parseJson);
      yield { event: lastEvent, ...answer } as Event;
      return;
    }
    for await (const line of linesOf(response, deadline)) {
      if (line.trim() === "") continue;
      const event = parse(line, parseJson, response);
      if (event.event === "failed") throw failure(event as unknown as FailedEvent);
      yield event as Event;
      if (event.event === lastEvent) return;
    }
    throw lost();
  };
}

async function* linesOf(response: Response, deadline: Deadline): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let begun = "";
  for (;;) {
    const chunk = await deadline.for(reader?.read().catch(lose) ?? lose());
    if (chunk.done) return;
    const [end = "", ...lines] = decoder.decode(chunk.value, { stream: true }).split("\n");
    lines.unshift(begun + end);
    begun = lines.pop() ?? "";
    yield* lines;
  }
}

function parse(line: string, parseJson: (text: string) => unknown, { headers }: Response) {
  try {
    const event = parseJson(line);
    if (typeof event === "object" && event !== null && "event" in event) return event;
  } catch {
    // As unexpected as JSON that is no event.
  }
  const requestId = headers.get("X-Request-Id") ?? undefined;
  const sentence = "The service told something unexpected.";
  throw new GraderError(sentence, { code: "UnexpectedAnswer", status: 200, requestId });
}

function failure({ error, ...fault }: FailedEvent): GraderError {
  return new GraderError(error, fault);
}

async function lose(cause?: unknown): Promise<never> {
  throw lost(cause);
}

function lost(cause?: unknown): GraderError {
  const sentence = "The connection was lost before the answer had ended.";
  return new GraderError(sentence, { code: "NetworkError", status: 0, cause });
}

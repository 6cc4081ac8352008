import type { FailedEvent } from "./answers.js";
import type { Reader } from "./ask.js";
import type { Deadline } from "./deadline.js";
import { GraderError } from "./grader-error.js";
import { readAnswer } from "./read-answer.js";
import { receive } from "./send.js";

type LastEvent = "graded" | "ran";

/** What to do when the connection is lost before the last event. */
const ADVICE: Readonly<Record<LastEvent, string>> = {
  graded: "The submission is graded all the same: find it among your submissions in a moment.",
  ran: "Run the tests again.",
};

/** Reads an answer that is an event a line; of a plain one it makes the last event. */
export function readLive<Event>(
  lastEvent: LastEvent,
  parseJson: (text: string) => unknown,
): Reader<Event> {
  return async function* (response, deadline) {
    if (isLive(response)) {
      yield* readEvents(response, deadline, lastEvent, parseJson) as AsyncGenerator<Event, void>;
      return;
    }
    const answer = readAnswer<object>(await deadline.for(receive(response)), parseJson);
    yield { event: lastEvent, ...answer } as Event;
  };
}

function isLive({ status, headers }: Response): boolean {
  return status === 200 && /^application\/x-ndjson\b/i.test(headers.get("Content-Type") ?? "");
}

async function* readEvents(
  response: Response,
  deadline: Deadline,
  lastEvent: LastEvent,
  parseJson: (text: string) => unknown,
): AsyncGenerator<Told, void> {
  const requestId = response.headers.get("X-Request-Id") ?? undefined;
  const lost = (cause?: unknown) => {
    const sentence = `The connection was lost before the answer had ended. ${ADVICE[lastEvent]}`;
    return new GraderError(sentence, { code: "NetworkError", status: 0, requestId, cause });
  };
  // Others may be told by a later version of the service.
  const known = new Set(["started", "case", lastEvent]);
  for await (const line of linesOf(response, deadline, lost)) {
    if (line.trim() === "") continue;
    const told = parse(line, parseJson, requestId);
    // What has come already is not told to whoever has given up meanwhile.
    deadline.signal.throwIfAborted();
    if (told.event === "failed") throw failure(told, requestId);
    if (known.has(told.event)) yield told;
    if (told.event === lastEvent) return;
  }
  throw lost();
}

async function* linesOf(
  response: Response,
  deadline: Deadline,
  lost: (cause: unknown) => GraderError,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let begun = "";
  try {
    while (reader !== undefined) {
      const read = reader.read().catch((cause) => Promise.reject(lost(cause)));
      const chunk = await deadline.for(read);
      if (chunk.done) break;
      const [end = "", ...lines] = decoder.decode(chunk.value, { stream: true }).split("\n");
      lines.unshift(begun + end);
      begun = lines.pop() ?? "";
      yield* lines;
    }
    if (isWhole(begun)) yield begun;
  } finally {
    // Also where the request does not heed its signal.
    reader?.cancel().catch(() => {});
  }
}

/** Whether a line that has no end is one nevertheless. */
function isWhole(line: string): boolean {
  try {
    return JSON.parse(line) !== undefined;
  } catch {
    return false;
  }
}

interface Told {
  readonly event: string;
}

function parse(
  line: string,
  parseJson: (text: string) => unknown,
  requestId: string | undefined,
): Told {
  try {
    const told = parseJson(line) as Partial<Told> | null;
    if (typeof told?.event === "string") return told as Told;
  } catch {
    // As unexpected as JSON that is no event.
  }
  throw unexpected(requestId);
}

function failure(told: Told, requestId: string | undefined): GraderError {
  const { error, ...fault } = told as Told & FailedEvent;
  const isFault = typeof error === "string" && typeof fault.code === "string";
  if (!isFault || typeof fault.status !== "number") return unexpected(requestId);
  return new GraderError(error, { ...fault, requestId: fault.requestId ?? requestId });
}

function unexpected(requestId: string | undefined): GraderError {
  const sentence = "The service told something unexpected; try again later.";
  return new GraderError(sentence, { code: "UnexpectedAnswer", status: 200, requestId });
}

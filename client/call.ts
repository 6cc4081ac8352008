import { ask, type Reader } from "./ask.js";
import type { CallOptions } from "./grader-client.js";
import { parserOf } from "./parse-exactly.js";
import { readAnswer } from "./read-answer.js";
import { readLive } from "./read-live.js";
import { type ClientSettings, receive, type ServiceRequest } from "./send.js";

/** Asks until there is an answer for good, and resolves to what it says. */
export async function call<Body>(
  request: ServiceRequest,
  client: ClientSettings,
  options: CallOptions | undefined,
): Promise<Body> {
  const read: Reader<Body> = async function* (response, deadline) {
    yield readAnswer(await deadline.for(receive(response)), parserOf(client));
  };
  let body: Body | undefined;
  for await (body of ask(request, client, options, read));
  return body as Body;
}

/** The same as it happens, where the service tells it so; its whole answer comes as the last event. */
export function callLive<Event>(
  request: ServiceRequest,
  client: ClientSettings,
  options: CallOptions | undefined,
  lastEvent: "graded" | "ran",
): AsyncGenerator<Event, void> {
  const accept = "application/x-ndjson, application/json";
  return ask({ ...request, accept }, client, options, readLive<Event>(lastEvent, parserOf(client)));
}

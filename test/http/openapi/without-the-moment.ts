/** What no second request is answered the same: names of requests, times, memory. */
const OF_THE_MOMENT = new Set([
  "requestId",
  "lastEvaluatedKey",
  "submissionTime",
  "executionTime",
  "executionTimeMs",
  "cpuTime",
  "cpuTimeMs",
  "peakMemoryKb",
]);

/** The line of marks under an expression, as JSON in JSON; which expressions have one depends on Python's version. */
const MARKS = /\\n *[~^]+(?=\\n)/g;

/** A body with only the types left of what belongs to the moment, and no marks in tracebacks. */
export function withoutTheMoment(body: unknown): unknown {
  if (typeof body === "string") return body.replace(MARKS, "");
  if (Array.isArray(body)) return body.map(withoutTheMoment);
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      OF_THE_MOMENT.has(name) && value !== null ? typeof value : withoutTheMoment(value),
    ]),
  );
}

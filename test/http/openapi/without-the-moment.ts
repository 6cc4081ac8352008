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

/** A body with only the types left of what belongs to the moment. */
export function withoutTheMoment(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutTheMoment);
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      OF_THE_MOMENT.has(name) && value !== null ? typeof value : withoutTheMoment(value),
    ]),
  );
}

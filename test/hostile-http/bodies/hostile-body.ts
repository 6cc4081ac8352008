import type { Expected } from "../expected.js";
import type { RequestParts } from "../request-bytes.js";

/** A body by its name, with the headers it is sent with, and what it must be answered with. */
export type HostileBody = readonly [
  name: string,
  parts: Pick<RequestParts, "body" | "headers" | "without">,
  expected: Expected,
];

export function hostileBody(name: string, body: string, expected: Expected): HostileBody {
  return [name, { body }, expected];
}

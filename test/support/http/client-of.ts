import { createGraderClient } from "../../../client/create-grader-client.js";
import type { GraderClient, GraderClientOptions } from "../../../client/grader-client.js";
import type { World } from "../world.js";
import type { Student } from "./grader-client.js";

/** The published client, as this user of the world (student-1 by default). */
export function clientOf(
  { url, stack }: World,
  user: Student = { sub: "student-1", nickname: "Jimin" },
  options: Partial<GraderClientOptions> = {},
): GraderClient {
  const getIdToken = () => stack.userPool.issueIdToken({ ...user });
  return createGraderClient({ baseUrl: url, getIdToken, ...options });
}

import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";

/**
 * Where what is to stand at this path is begun, in the same folder. Nobody can have put anything there, and
 * what another run leaves behind when it is killed is in nobody's way. The name is short, however long the
 * one is that it is going to have.
 */
export function unfinishedPath(path: string): string {
  return join(dirname(path), `grader-${randomBytes(8).toString("hex")}.part`);
}

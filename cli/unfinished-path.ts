import { randomBytes } from "node:crypto";

/**
 * Where what is to stand at this path is begun, in the same folder. Nobody can have put anything there, and
 * what another run leaves behind when it is killed is in nobody's way.
 */
export function unfinishedPath(path: string): string {
  return `${path}.${randomBytes(8).toString("hex")}.part`;
}

import { randomInt } from "node:crypto";
import { findPython, type PythonUser } from "../../pack/python.js";

/** Whom an arena's environments run as, with an interpreter that this user can start. */
export interface AttackUser {
  python: string;
  /** Undefined where the suite is not root: programs run as its own user then. */
  user: PythonUser | undefined;
}

/**
 * A user of the arena's own: a program that signals every process it may, or fills every folder
 * it can, reaches no other test, and whatever belongs to this user was made by a program.
 */
export function attackUser(): AttackUser {
  if (process.getuid?.() !== 0) return { python: findPython(process.env).path, user: undefined };
  const id = randomInt(200_000, 2_000_000_000);
  const user = { uid: id, gid: id };
  return { python: findPython(process.env, user).path, user };
}

import { afterAll, beforeAll } from "vitest";

const EVENTS = ["unhandledRejection", "uncaughtException", "warning"] as const;

/**
 * Notices what this process throws while the tests of a file run and nobody catches, and what Node
 * warns of: listeners that pile up on a signal, say. The result tells what there was so far.
 */
export function watchStrayErrors(): () => readonly string[] {
  const errors: string[] = [];
  const note = (error: unknown) => void errors.push(String(error));
  beforeAll(() => {
    for (const event of EVENTS) process.on(event, note);
  });
  afterAll(() => {
    for (const event of EVENTS) process.off(event, note);
  });
  return () => errors;
}

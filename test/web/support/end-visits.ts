import { expect } from "vitest";
import type { Visit } from "./visit.js";

/** Ends the visits; the page may have asked nobody but whom it may ask, and may not have complained. */
export async function endVisits(visits: Visit[]): Promise<void> {
  const ended = visits.splice(0);
  await Promise.all(ended.map((visit) => visit.context.close()));
  expect(ended.flatMap(({ foreignRequests }) => foreignRequests)).toEqual([]);
  expect(ended.flatMap(({ complaints }) => complaints)).toEqual([]);
}

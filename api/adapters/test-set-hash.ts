import type { Problem } from "../domain/problem.js";
import { sha256Hex } from "./sha256-hex.js";

/**
 * The SHA-256, in hexadecimal digits, of everything that a verdict or a score depends on, each value as
 * its author wrote it and nothing of how it was stored.
 */
export async function testSetHash(problem: Omit<Problem, "testSetHash">): Promise<string> {
  const { timeLimitMs, calling, judge, checker, groups, testCases } = problem;
  const parts = [
    timeLimitMs,
    [calling.entryFunction, calling.argumentStyle, calling.io],
    [judge.type, judge.epsilon, judge.relativeEpsilon],
    checker?.source ?? null,
    groups.map(({ id, points, scoring }) => [id, points?.toString() ?? null, scoring]),
    testCases.map(({ input, expectedText, points, group }) => [
      input,
      expectedText,
      points?.toString() ?? null,
      group,
    ]),
  ];
  return sha256Hex(JSON.stringify(parts));
}

import { expect } from "vitest";
import type { Answer } from "../support/http/answer.js";
import { expectContractAnswer } from "../support/http/expect-contract-answer.js";

/** What a hostile request must be answered with. */
export type Expected =
  | { readonly kind: "served" }
  | { readonly kind: "refused"; readonly code: Code; readonly says: RegExp }
  | { readonly kind: "unparsed"; readonly status: number };

/** The rows of the contract's table of errors that a request alone can lead to. */
type Code =
  | "InvalidInput"
  | "Unauthorized"
  | "Forbidden"
  | "ProblemNotFound"
  | "NotFound"
  | "MethodNotAllowed"
  | "PayloadTooLarge"
  | "UnsupportedMediaType";

export const SERVED: Expected = { kind: "served" };

/** @param says what its sentence must help with */
export function refused(code: Code, says: RegExp): Expected {
  return { kind: "refused", code, says };
}

export const invalid = (says: RegExp) => refused("InvalidInput", says);

/** Answered by Node's parser or its adapter, before the app: a status, and nothing in it. */
export function unparsed(status: 400 | 408 | 413 | 417 | 431): Expected {
  return { kind: "unparsed", status };
}

/** The most that an error has to say, whatever was sent. */
const LONGEST_ERROR_BYTES = 18 * 1024;

export function expectAnswer(answer: Answer, expected: Expected): void {
  const { status, headers, text, body } = answer;
  switch (expected.kind) {
    case "served":
      expect([status, text]).toEqual([200, expect.any(String)]);
      if (body?.executionMode !== undefined) expectContractAnswer(answer);
      return;
    case "unparsed":
      expect([status, text.replace("0\r\n\r\n", "")]).toEqual([expected.status, ""]);
      return;
    case "refused": {
      const told = expectContractAnswer(answer);
      expect(told).toMatchObject({ kind: "refused", code: expected.code });
      expect(body.error).toMatch(expected.says);
      expect(text.length).toBeLessThan(LONGEST_ERROR_BYTES);
      // A page that is refused for its origin shall not read why.
      if (expected.code !== "Forbidden") {
        expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
      }
    }
  }
}

/** What the problem expects, and no answer may ever say. */
export const EXPECTED_OUTPUT = "expected-by-nobody-else";

/** @param secrets what was sent that must not come back, a token for example */
export function expectNoLeak({ headers, text }: Answer, secrets: readonly string[]): void {
  const told = text + JSON.stringify([...headers]);
  expect(told).not.toMatch(/\bat \S+ \(|\.[cm]?[jt]s:\d|node_modules/);
  expect(told).not.toMatch(/arn:|code-executor|problem-submissions|dynamodb|cognito/i);
  expect(told).not.toContain(EXPECTED_OUTPUT);
  for (const secret of secrets) expect(told).not.toContain(secret);
}

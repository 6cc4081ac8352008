import { expect, it } from "vitest";
import { VisibleError } from "../../api/domain/errors.js";
import { explainFailure } from "../../cli/explain-failure.js";

const named = (name: string) => Object.assign(new Error("the reason"), { name });
const unavailable = (cause: Error) =>
  new VisibleError("StorageUnavailable", "Try again.", { cause });

it("tells an operator what keeps the tables from answering, and what to do", () => {
  const sentence = explainFailure(unavailable(named("AccessDeniedException")));
  expect(sentence).toContain("use a role that may read and write the stack's tables");
  expect(sentence).toContain("(AccessDeniedException: the reason)");
  expect(explainFailure(named("ExpiredTokenException"))).toContain("aws sso login");
});

it("tells what students are told where there is nothing to add", () => {
  expect(explainFailure(unavailable(named("Odd")))).toBe("Try again.");
});

it("tells the stack of what nobody thought of", () => {
  expect(explainFailure(named("TypeError"))).toContain("explain-failure.test.ts");
});

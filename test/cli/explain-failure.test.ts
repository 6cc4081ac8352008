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

it("tells what students are told, and the reason, where there is nothing to add", () => {
  expect(explainFailure(unavailable(named("Odd")))).toBe("Try again. (Odd: the reason)");
  expect(explainFailure(new VisibleError("StorageUnavailable", "Try again."))).toBe("Try again.");
});

it("finds the reason below what came of it", () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  const sentence = explainFailure(new TypeError("fetch failed", { cause: refused }));
  expect(sentence).toBe("Nothing answers there: is it running? (Error: connect)");
});

it("tells in one line where it is that nobody thought of, without a stack", () => {
  const sentence = explainFailure(Object.assign(named("TypeError"), { message: "odd\nlines" }));
  expect(sentence).toMatch(
    /^This is a fault of the tool itself, please report it: TypeError: odd \(explain-failure\.test\.ts:\d+\)$/,
  );
  expect(explainFailure("a text")).toContain("please report it: a text");
});

it("has a sentence for each refusal of AWS, also for what is none of AWS's", () => {
  const ofAws = (error: Error, member: string) =>
    explainFailure(Object.assign(error, { [member]: {} }));
  expect(ofAws(named("ValidationException"), "$metadata")).toBe(
    "AWS refuses this: what it says has to be mended first. (ValidationException: the reason)",
  );
  const html = new SyntaxError("Unexpected token '<'\n  Deserialization error");
  expect(ofAws(html, "$response")).toMatch(/^What answers there is not AWS: .*token '<'\)$/);
});

it.each(["ENOENT", "EACCES", "EROFS", "ENOTDIR", "EISDIR", "ENOSPC", "EMFILE", "EXDEV"])(
  "has a sentence for what the operating system refuses: %s",
  (code) => {
    const sentence = explainFailure(Object.assign(new Error("refused"), { code }));
    expect(sentence).toMatch(/^(?!This is a fault).*[.:] .*\(Error: refused\)$/);
  },
);

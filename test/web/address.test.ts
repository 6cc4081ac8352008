import fc from "fast-check";
import { expect, it } from "vitest";
import { readAddress, writeAddress } from "../../web/state/address.js";

it("an address that was written is read as the same thing", () => {
  const id = fc.string({ minLength: 1, unit: "grapheme" });
  fc.assert(
    fc.property(id, id, (problemId, submissionId) => {
      for (const address of [
        { view: "statement", problemId },
        { view: "code", problemId },
        { view: "submissions", problemId },
        { view: "submissions", problemId, submissionId },
        { view: "submissions", problemId, scope: "all" },
        { view: "submissions", problemId, submissionId, scope: "everyone" },
      ] as const) {
        expect(readAddress(writeAddress(address))).toEqual(address);
      }
    }),
  );
  const list = { view: "problems", problemId: undefined } as const;
  expect(readAddress(writeAddress(list))).toEqual(list);
});

it("an address that names nothing is told from one that names what is not there", () => {
  expect(readAddress("")).toBeUndefined();
  expect(readAddress("#/a/b")).toEqual({ view: "statement", problemId: "a/b" });
  expect(readAddress("#/a/code/b")).toEqual({ view: "statement", problemId: "a/code/b" });
  expect(readAddress("#/a/submissions?of=nobody")).toEqual({
    view: "statement",
    problemId: "a/submissions?of=nobody",
  });
  expect(readAddress("#/%")).toEqual({ view: "statement", problemId: "%" });
});

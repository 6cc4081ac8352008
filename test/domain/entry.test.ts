import { describe, expect, it } from "vitest";
import {
  type Calling,
  DEFAULT_CALLING,
  findInputFault,
  isEntryFunction,
  plainCalling,
} from "../../api/domain/entry.js";
import type { JsonText } from "../../api/domain/json.js";

describe("isEntryFunction", () => {
  it.each(["twoSum", "_f", "Solution.twoSum", "풀이", "f2", "$f"])("takes %s", (name) => {
    expect(isEntryFunction(name)).toBe(true);
  });

  it.each(["", " f", "2f", "a.b.c", ".f", "f.", "f()", "f g", "a-b", "f\n", "x".repeat(201)])(
    "does not take %j",
    (name) => expect(isEntryFunction(name)).toBe(false),
  );
});

describe("findInputFault", () => {
  const fault = (calling: Partial<Calling>, input: string) =>
    findInputFault({ ...DEFAULT_CALLING, ...calling }, input as JsonText);

  it.each(["1", "null", "[1]", "{}", '"x"'])(
    "lets any function take %s as one argument",
    (input) => {
      expect(fault({}, input)).toBeUndefined();
    },
  );

  it.each([
    [{ argumentStyle: "positional" }, ["[]", "[1, 2]"], ["{}", "1", '"[1]"', "null"], "array"],
    [{ argumentStyle: "keyword" }, ["{}", '{"a": 1}'], ["[]", "1", '"{}"', "null"], "object"],
    [{ io: "stdio" }, ['""', '"1 2\\n"'], ["1", "null", "[]", '["x"]', "{}"], "text"],
  ] as const)("%j: takes %j and not %j", (calling, good, bad, what) => {
    for (const input of good) expect(fault(calling, input)).toBeUndefined();
    for (const input of bad) expect(fault(calling, input)).toContain(what);
  });
});

it("plainCalling leaves a program no entry function and no argument style", () => {
  const calling = { entryFunction: "f", argumentStyle: "keyword", io: "stdio" } as const;
  expect(plainCalling(calling)).toEqual({ ...DEFAULT_CALLING, io: "stdio" });
  expect(plainCalling({ ...calling, io: "function" })).toEqual({ ...calling, io: "function" });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlace, stepsOf } from "../../web/results/json-place.js";
import { markDifference } from "../../web/results/mark-difference.js";
import { pythonNotation } from "../../web/results/python-notation.js";

const found = (text: string, path: string) => {
  const place = findPlace(text, stepsOf(path));
  return place && text.slice(place.from, place.to);
};

describe("findPlace", () => {
  it("finds the part that a path leads to, as it is written", () => {
    const text = '{"rows": [1.0, {"odd, key]": [true, "}"]} ], "가": null}';
    expect(found(text, "$.rows[0]")).toBe("1.0");
    expect(found(text, '$.rows[1]["odd, key]"]')).toBe('[true, "}"]');
    expect(found(text, '$.rows[1]["odd, key]"][1]')).toBe('"}"');
    expect(found(text, "$.가")).toBe("null");
    expect(found(text, "$")).toBe(text);
  });

  it("finds nothing where there is nothing, be it that the text was cut", () => {
    expect(found("[1, 2]", "$[2]")).toBeUndefined();
    expect(found("7", "$[0]")).toBeUndefined();
    expect(found('{"a": 1}', "$.b")).toBeUndefined();
    expect(found('[[1, 2], [3, "abc', "$[1][2]")).toBeUndefined();
    expect(found('[[1, 2], [3, "abc', "$[1][1]")).toBe('"abc');
  });

  it("finds every part of any value", () => {
    const layout = fc.integer({ min: 0, max: 2 });
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), layout, (values, indent) => {
        const text = JSON.stringify(values, null, indent);
        const parts = values.map((_, index) => JSON.parse(found(text, `$[${index}]`) ?? "oops"));
        expect(parts).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });
});

describe("markDifference", () => {
  it("marks the part of a value, or the end of a line from where it differs", () => {
    expect(markDifference("[1, 20, 3]", "[1, 2, 3]", "$[1]")).toEqual({
      before: "[1, ",
      marked: "20",
      after: ", 3]",
    });
    expect(markDifference("a\nbcd\ne", "a\nbxd\ne", "line 2").marked).toBe("cd");
    expect(markDifference('"ab\\nc\\\\n"', '"ab\\nd"', "line 2").marked).toBe("c\\\\n");
    // The two begin with the same half of a character.
    expect(markDifference("a😀", "a😁", "line 1")).toMatchObject({ before: "a", marked: "😀" });
    expect(markDifference("12", "1", "line 1").marked).toBe("2");
    expect(markDifference("1", "12", "line 1").marked).toBe("1");
  });

  it("marks nothing where there is no place", () => {
    for (const difference of ["$", "$[5]", "line 9"]) {
      expect(markDifference("[1]", "[2]", difference)).toMatchObject({
        marked: "",
        before: "[1]",
      });
    }
  });
});

describe("pythonNotation", () => {
  it("writes Python's words, and leaves texts, digits and layout alone", () => {
    const json = '{"null": [null, true,\n false], "a": 1.0, "b": "say \\"true\\""}';
    expect(pythonNotation(json)).toBe(
      '{"null": [None, True,\n False], "a": 1.0, "b": "say \\"true\\""}',
    );
  });

  it("writes the floats that JSON has no form for, in answers only", () => {
    expect(pythonNotation('["NaN", "-Infinity", "nan"]', true)).toBe('[nan, -inf, "nan"]');
    expect(pythonNotation('["NaN"]')).toBe('["NaN"]');
  });
});

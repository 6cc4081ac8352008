import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementsOf, memberOf } from "../../client/json-slices.js";

const spaced = fc.constantFrom("", " ", "\n\t ");

describe("the slices of JSON text", () => {
  it("of an array are its elements, whatever they hold", () => {
    fc.assert(
      fc.property(fc.array(fc.json()), spaced, (elements, space) => {
        const text = `${space}[${space}${elements.join(`${space},${space}`)}${space}]`;
        expect(elementsOf(text)).toEqual(elements.map((one) => one.trim()));
      }),
    );
  });

  it("of an object are the values that JSON.parse finds, of duplicate keys the last", () => {
    const key = fc.oneof(fc.constantFrom("a", "b", "__proto__", ""), fc.string({ unit: "binary" }));
    const members = fc.array(fc.tuple(key, fc.json()));
    fc.assert(
      fc.property(members, spaced, (pairs, space) => {
        const written = pairs.map(([name, value]) => `${JSON.stringify(name)}${space}:${value}`);
        const text = `{${written.join(`,${space}`)}${space}}`;
        for (const [name, value] of new Map(pairs)) expect(memberOf(text, name)).toBe(value.trim());
        expect(memberOf(text, "not there at all")).toBeUndefined();
      }),
    );
  });

  it("are found at any depth and in any length", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const long = JSON.stringify('\\"'.repeat(1_000_000));
    const text = `{"deep": ${deep}, "long": ${long}, "last": 1.0}`;
    expect(memberOf(text, "last")).toBe("1.0");
    expect(memberOf(text, "deep") === deep).toBe(true);
    expect(memberOf(text, "long") === long).toBe(true);
  });
});

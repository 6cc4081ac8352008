import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSeedProblems } from "../../dev/seed/seed-problems.js";
import { findExamples } from "../../web/service/find-examples.js";
import { onOneLine } from "../../web/service/on-one-line.js";

describe("onOneLine", () => {
  it("is the same value on one line", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const line = onOneLine(JSON.stringify(value, null, indent));
        expect(line).not.toContain("\n");
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("findExamples", () => {
  it("finds what the test cases of every seeded problem of a function begin with", async () => {
    for (const { item } of await loadSeedProblems()) {
      if (item.io === "stdio" || typeof item.finalTestCases !== "string") continue;
      const examples = findExamples(item.description);
      const cases = JSON.parse(item.finalTestCases).slice(0, 2);
      expect(examples.map(({ input }) => JSON.parse(input))).toEqual(
        cases.map(({ input }: { input: unknown }) => input),
      );
      expect(examples.every(({ expected }) => expected !== undefined)).toBe(true);
    }
  });

  const blocks = (...texts: string[]) =>
    findExamples(texts.map((text) => `\`\`\`json\n${text}\n\`\`\`\n`).join("\n"));

  it("takes the text blocks of a program's statement as what it reads and prints", () => {
    const statement = "```text\n1 2\n```\n```json\n7\n```\n```text\n3\n```\n";
    expect(findExamples(statement, "stdio")).toEqual([{ input: '"1 2\\n"', expected: '"3\\n"' }]);
  });

  it("leaves out an example whose input is no JSON, and keeps the others together", () => {
    expect(blocks("oops", "1.0")).toEqual([]);
    expect(blocks("oops", "1", "2", "3")).toEqual([{ input: "2", expected: "3" }]);
  });

  it("does not know what to expect where the output is no JSON or not there", () => {
    expect(blocks("1", "oops", "2", "3", "4")).toEqual([
      { input: "1", expected: undefined },
      { input: "2", expected: "3" },
      { input: "4", expected: undefined },
    ]);
  });
});

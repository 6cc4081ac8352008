import { describe, expect, it } from "vitest";
import type { Item } from "../../api/adapters/item.js";
import { readJudge } from "../../api/adapters/judge-attributes.js";
import { readProblemItem } from "../../api/adapters/problem-item.js";

function read(item: Item, io: "function" | "stdio" = "function") {
  const warnings: string[] = [];
  return { ...readJudge(item, io, warnings), warnings };
}

describe("how answers are compared", () => {
  it.each([
    ["unordered_deep", "unordered_deep"],
    ["One-Of", "one_of"],
    ["TOKENS", "tokens"],
    ["checker", "checker"],
  ])("%s is %s", (judgeType, type) => {
    expect(read({ judgeType })).toMatchObject({ type, warnings: [] });
  });

  it("is by tokens for a program, unless it says otherwise", () => {
    expect(read({}, "stdio").type).toBe("tokens");
    expect(read({ judgeType: "equal" }, "stdio").type).toBe("equal");
    expect(read({}).type).toBe("equal");
  });

  it.each([
    [{ judgeType: "float_eps" }, "0.000001", null],
    [{ judgeType: "float_eps", epsilon: "0.5" }, "0.5", null],
    // The absolute one is 0 with only the relative one.
    [{ judgeType: "float_eps", relativeEpsilon: "1e-9" }, null, "1e-9"],
    [{ judgeType: "float_eps", epsilon: "2", relativeEpsilon: 0.1 }, "2", "0.1"],
    // Words are texts unless an epsilon is set.
    [{ judgeType: "tokens" }, null, null],
    [{ judgeType: "tokens", epsilon: 0 }, "0", null],
    [{ judgeType: "tokens", relativeEpsilon: "0.01" }, null, "0.01"],
  ])("%j is within %s, or relatively %s", (item, epsilon, relativeEpsilon) => {
    expect(read(item)).toMatchObject({ epsilon, relativeEpsilon, warnings: [] });
  });

  it.each([-1, "many", "NaN", true])("a relativeEpsilon of %j is none, with a warning", (bad) => {
    const { relativeEpsilon, warnings } = read({ judgeType: "float_eps", relativeEpsilon: bad });
    expect([relativeEpsilon, warnings.length]).toEqual([null, 1]);
  });

  // An item has 400 KB; an expression that tries each way to part the digits takes minutes for them.
  it("is read at once however long an attribute is, and told with its beginning", () => {
    const epsilon = `${"1".repeat(390_000)}x`;
    expect(read({ epsilon }).warnings).toEqual([
      `epsilon "${"1".repeat(99)} is not a finite number >= 0`,
    ]);
  });
});

describe("a judge that lacks what it judges by", () => {
  const fault = async (item: Item, ...expected: unknown[]) => {
    const cases = expected.map((expected_output) => ({ input: 1, expected_output }));
    return (await readProblemItem("p", { ...item, finalTestCases: JSON.stringify(cases) })).fault;
  };

  it.each([undefined, null, "", "  ", 5])(
    "a checker of %j makes a problem unusable",
    async (checker) => {
      expect(await fault({ judgeType: "checker", checker }, 1)).toBe(
        "The checker of this problem must be its Python source, since the judgeType is checker.",
      );
    },
  );

  it.each([5, {}, "[1]", null, [[]].flat()])(
    "one_of %j makes it unusable, too",
    async (expected) => {
      expect(await fault({ judgeType: "one_of" }, [1], expected)).toBe(
        "The expected_output of test case 2 of this problem must be an array of right answers, since the judgeType is one_of.",
      );
      expect(await fault({ judgeType: "one_of" }, [1], [null])).toBe(null);
    },
  );

  it("a checker runs as a tenant of its problem, and where none judges there is none", async () => {
    const finalTestCases = '[{"input": 1, "expected_output": 1}]';
    const checker = "def check(*_): return True";
    const item = { judgeType: "checker", checker, finalTestCases };
    expect((await readProblemItem("two-sum", item)).checker).toEqual({
      source: checker,
      // printf two-sum | sha256sum | head -c 32
      tenantId: "checker/f89f80af5616db0a73268834f2581ee4",
    });
    expect((await readProblemItem("two-sum", { checker, finalTestCases })).checker).toBe(null);
  });
});

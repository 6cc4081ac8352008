import { describe, expect, it } from "vitest";
import { difference } from "../../api/domain/difference.js";
import { parseExactJson } from "../../api/domain/json.js";
import type { Judge } from "../../api/domain/judge.js";

function differs(judge: Partial<Judge> & Pick<Judge, "type">, actual: string, expected: string) {
  const whole = { epsilon: null, relativeEpsilon: null, ...judge };
  return difference(whole, parseExactJson(actual), parseExactJson(expected));
}

describe("in a value with parts", () => {
  it.each([
    ["1", "2", "$"],
    ["[1]", "1", "$"],
    ["null", "[1]", "$"],
    ["{}", "[]", "$"],
    ["[1,2,3]", "[1,5,4]", "$[1]"],
    ["[1,2]", "[1,2,3]", "$[2]"],
    ["[1,2,3]", "[1,2]", "$[2]"],
    ["[]", "[1]", "$[0]"],
    ["[9,2,3]", "[1,2]", "$[0]"],
    ['{"a":[0,{"b":1}]}', '{"a":[0,{"b":2}]}', "$.a[1].b"],
    ['{"b":1,"a":1}', '{"a":2,"b":2}', "$.a"],
    ['{"a":1}', '{"a":1,"b":2}', "$.b"],
    ['{"a":1,"c":3}', '{"a":1}', "$.c"],
    ['{"odd key":1}', '{"odd key":2}', '$["odd key"]'],
    ['{"a-b":1}', '{"a-b":2}', '$["a-b"]'],
    ['{"1":1}', '{"1":2}', '$["1"]'],
    ['{"":1}', '{"":2}', '$[""]'],
    ['{"이름":1}', '{"이름":2}', "$.이름"],
    ['{"q\\"\\n":1}', '{"q\\"\\n":2}', '$["q\\"\\n"]'],
    ['{"__proto__":1}', "{}", "$.__proto__"],
    ['["a\\nb"]', '["a\\nc"]', "$[0]"],
    ['"a"', "1", "$"],
  ])("%s and %s differ at %s", (actual, expected, path) => {
    expect(differs({ type: "equal" }, actual, expected)).toBe(path);
  });

  it("goes by the judge's own idea of the same", () => {
    expect(differs({ type: "equal" }, "[1.0,true,2]", "[1,1,3]")).toBe("$[2]");
    expect(differs({ type: "float_eps", epsilon: "0.1" }, "[1.05,2.2]", "[1,2]")).toBe("$[1]");
    expect(differs({ type: "tokens" }, '[" a b","c"]', '["a b ","d"]')).toBe("$[1]");
  });

  it("never writes a path of more than 2,000 characters", () => {
    const key = "k".repeat(5000);
    expect(differs({ type: "equal" }, `{"${key}":1}`, `{"${key}":2}`)).toBe(
      `$.${key}`.slice(0, 2000),
    );
  });
});

describe("between two texts", () => {
  it.each([
    ["a", "b", "line 1"],
    ["a\nb\nc", "a\nx\ny", "line 2"],
    ["a\nb", "a\nb\nc", "line 3"],
    ["a\nb\nc", "a\nb", "line 3"],
    ["a\r\nb", "a\nb", "line 1"],
  ])("%j and %j differ on %s", (actual, expected, line) => {
    const texts = [JSON.stringify(actual), JSON.stringify(expected)] as const;
    expect(differs({ type: "equal" }, ...texts)).toBe(line);
    expect(differs({ type: "float_eps", epsilon: "0" }, ...texts)).toBe(line);
  });

  it.each([
    ["a b\nc d\n", "a b\nc e\n", "line 2"],
    ["a b c", "a\nb\nd", "line 1"],
    ["1\n2\n", "1\n2\n3\n", "line 3"],
    ["1\n2\n\n3\n", "1\n2\n", "line 4"],
    ["", "a", "line 1"],
  ])("word by word %j and %j differ on %s", (actual, expected, line) => {
    const texts = [JSON.stringify(actual), JSON.stringify(expected)] as const;
    expect(differs({ type: "tokens" }, ...texts)).toBe(line);
  });
});

it.each(["unordered_equal", "unordered_deep", "one_of", "checker"] as const)(
  "%s knows no place",
  (type) => {
    expect(differs({ type }, "[1,2]", "[1,3]")).toBe("$");
    expect(differs({ type }, '"a"', '"b"')).toBe("$");
  },
);

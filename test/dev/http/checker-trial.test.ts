import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../../support/world.js";

const CASES = [
  { input: 1, expected_output: null },
  { input: 2, expected_output: [2] },
];

describe("PUT /dev/problems/:problemId tries the checker on the first expected output", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
  });
  afterAll(() => world.close());

  const put = (item: object) =>
    world.request("/dev/problems/checked", {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ judgeType: "checker", finalTestCases: CASES, ...item }),
    });

  it.each([
    ["def check(input, expected, actual)\n    return True", /COMPILE_ERROR: SyntaxError: .*line 1/],
    [
      "def chek(input, expected, actual):\n    return True",
      /NameError: name 'check' is not defined(?!.*line)/,
    ],
    [
      "def check(expected, actual):\n    return True",
      /EXCEPTION: TypeError: check\(\) takes 2 positional arguments but 3 were given$/,
    ],
    ["def check(input, expected, actual):\n    return len(actual) == 1", /TypeError: .*line 2/],
    ["def check(input, expected, actual):\n    return 'yes'", /check returned "yes"/],
    ["def check(input, expected, actual):\n    while True: pass", /_LIMIT: TimeLimitExceeded/],
  ])("and stores it with a warning: %j", async (checker, fault) => {
    const { status, body } = await put({ checker });
    expect([status, body.warnings.length]).toEqual([200, 1]);
    expect(body.warnings[0]).toMatch(/^The checker fails on test case 1: /);
    expect(body.warnings[0]).toMatch(fault);
  });

  it("gives a program's checker a text, whatever is expected", async () => {
    const checker = "def check(input, expected, actual):\n    return actual.split() == expected";
    const finalTestCases = [{ input: "1", expected_output: ["1"] }];
    expect((await put({ io: "stdio", checker, finalTestCases })).status).toBe(204);
  });

  it("and has nothing to say of one that takes any answer", async () => {
    const checker = "def check(input, expected, actual):\n    return 0.5 if actual else 0";
    expect((await put({ checker })).status).toBe(204);
  });
});

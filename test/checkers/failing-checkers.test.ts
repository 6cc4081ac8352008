import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Log } from "../../api/ports.js";
import { startWorld, type World } from "../support/world.js";
import { type Case, check, scores } from "./check.js";

let world: World;
beforeAll(async () => {
  world = await startWorld({ executor: "python" });
});
afterAll(() => world.close());

describe("a checker that goes wrong", () => {
  const one: readonly Case[] = [["0", "0", "0"]];

  it.each([
    [
      "raises",
      "\n\ndef check(input, expected, actual):\n    return actual.x\n",
      /AttributeError.*\(line 4\)$/,
    ],
    [
      "does not compile",
      "def check(input, expected, actual)\n    return True\n",
      /SyntaxError.*line 1/,
    ],
    ["has no check", "def chekc(input, expected, actual): return True\n", /NameError/],
    ["takes two arguments", "def check(expected, actual): return True\n", /TypeError/],
    ["returns nothing", "def check(input, expected, actual): pass\n", /check returned null/],
    ["returns no JSON", "def check(input, expected, actual): return check\n", /BAD_RETURN_VALUE/],
    ["leaves", "import os\ndef check(input, expected, actual): os._exit(0)\n", /NO_RESULT/],
    [
      "floods",
      "def check(input, expected, actual):\n  while True: print('x' * 10**6)\n",
      /OUTPUT_LIMIT/,
    ],
    [
      "takes all memory",
      "def check(input, expected, actual): return bytearray(10**10)\n",
      /MEMORY_LIMIT/,
    ],
    ["loops", "def check(input, expected, actual):\n  while True: pass\n", /TimeLimitExceeded/],
    [
      "opens a file",
      "def check(input, expected, actual): return open('/etc/passwd')\n",
      /EXCEPTION/,
    ],
  ])("is told by its fault when it %s", async (_title, source, fault) => {
    const lines: unknown[] = [];
    const log: Log = (event, fields) => lines.push({ event, ...fields });
    const results = await check(world, source, one, { log });
    expect(results).toMatchObject([{ kind: "failed", reason: "CHECKER_ERROR" }]);
    expect(lines).toMatchObject([
      { event: "checker.failed", fault: expect.stringMatching(fault), cases: [1] },
    ]);
  });

  it("costs no other case its score, whatever it prints", async () => {
    const source = `
def check(input, expected, actual):
    print("the answer is", expected)
    if input == 1:
        raise ValueError("slip")
    return actual == expected
`;
    const cases: readonly Case[] = [
      ["0", "1", "1"],
      ["1", "1", "1"],
      ["2", "1", "2"],
    ];
    expect(await check(world, source, cases)).toEqual([
      { kind: "scored", score: 1, message: null },
      {
        kind: "failed",
        reason: "CHECKER_ERROR",
        fault: expect.stringContaining("ValueError: slip"),
      },
      { kind: "scored", score: 0, message: null },
    ]);
  });

  it("remembers nothing from one case to the next", async () => {
    const source = `
seen = []

def check(input, expected, actual):
    seen.append(input)
    return len(seen) == 1
`;
    expect(scores(await check(world, source, [...one, ...one, ...one]))).toEqual([1, 1, 1]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../support/world.js";
import { customText } from "./bodies/request-text.js";

const RETURNS = "def solution(data): return data";
const COMPILE_ERROR = { isSuccessful: false, reason: "COMPILE_ERROR", returnValue: null };
const deep = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${"}]".repeat(levels / 2)}`;

const returning = (returnValue: unknown) => ({ isSuccessful: true, reason: null, returnValue });

/** What passes the API's checks and is hostile to Python. */
const TEXTS: [name: string, code: string, input: string, output: object][] = [
  ["NUL in the code", `${RETURNS}\0`, "1", COMPILE_ERROR],
  ["a byte order mark within the code", `#\n\ufeff${RETURNS}`, "1", COMPILE_ERROR],
  ["65,536 brackets for code", "[".repeat(65_536), "1", COMPILE_ERROR],
  ["65,000 signs before a number", `x=${"-".repeat(65_000)}1\n${RETURNS}`, "1", COMPILE_ERROR],
  ["60,000 dots", `x=a${".a".repeat(30_000)}\n${RETURNS}`, "1", { isSuccessful: false }],
  [
    "half a surrogate pair",
    "def solution(d): return [ord(c) for c in d]",
    '"\\ud800"',
    returning([0xd800]),
  ],
  ["NUL in a case", RETURNS, '"a\\u0000b"', returning("a\0b")],
  ["NUL for a name", RETURNS, '{"\\u0000":1}', returning({ "\0": 1 })],
  ["a case of 498 levels", RETURNS, deep(498), returning(JSON.parse(deep(498)))],
  [
    "a number of 10,000 digits",
    "def solution(d): return d % 10**9",
    "9".repeat(10_000),
    returning(999_999_999),
  ],
  ["an exponent of 10,000 digits", RETURNS, `1e${"9".repeat(10_000)}`, returning("Infinity")],
  [
    "500 KB of text",
    "def solution(d): return len(d)",
    `"${"x".repeat(500_000)}"`,
    returning(500_000),
  ],
  [
    "names of Python's own",
    RETURNS,
    '{"__class__":1,"__init__":{"__globals__":2}}',
    returning({ __class__: 1, __init__: { __globals__: 2 } }),
  ],
];

describe("a text that is hostile to the executor", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
  });
  afterAll(() => world.close());

  async function outputOf(code: string, input: string) {
    const answer = await world.grade(customText(`[${input}]`, { userCode: JSON.stringify(code) }));
    expect([answer.status, answer.body.results?.length]).toEqual([200, 1]);
    return answer.body.results[0].runCodeOutput;
  }

  it.each(TEXTS)("is answered like any other: %s", async (_, code, input, output) => {
    expect(await outputOf(code, input)).toMatchObject({ ...output, runCodeLambdaError: false });
    expect(await outputOf(RETURNS, "[1.5]")).toMatchObject(returning([1.5]));
    const events = world.logLines.splice(0).map(({ event }) => event);
    expect(new Set(events)).toEqual(new Set(["request"]));
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../support/world.js";
import { type Case, check, scores } from "./check.js";

let world: World;
beforeAll(async () => {
  world = await startWorld({ executor: "python" });
});
afterAll(() => world.close());

describe("authors' checkers", () => {
  it("any order of the courses that respects what comes before what", async () => {
    const source = `
def check(input, expected, actual):
    if not isinstance(actual, list) or sorted(map(str, actual)) != sorted(map(str, input["courses"])):
        return {"score": 0, "message": "Name every course once."}
    place = {course: at for at, course in enumerate(actual)}
    late = [(a, b) for a, b in input["before"] if place[a] > place[b]]
    return {"score": 0, "message": f"{late[0][0]} must come before {late[0][1]}."} if late else True
`;
    const input = '{"courses":["c","b","a"],"before":[["a","b"],["a","c"]]}';
    const results = await check(world, source, [
      [input, "null", '["a","b","c"]'],
      [input, "null", '["a","c","b"]'],
      [input, "null", '["b","a","c"]'],
      [input, "null", '["a","b"]'],
      [input, "null", "5"],
    ]);
    expect(scores(results)).toEqual([1, 1, 0, 0, 0]);
    expect(results[2]).toMatchObject({ message: "a must come before b." });
  });

  it("any of the shortest ways through a maze", async () => {
    const source = `
from collections import deque

def shortest(maze):
    todo, seen = deque([(0, 0, 0)]), {(0, 0)}
    while todo:
        y, x, steps = todo.popleft()
        if (y, x) == (len(maze) - 1, len(maze[0]) - 1):
            return steps
        for there in ((y + 1, x), (y, x + 1), (y - 1, x), (y, x - 1)):
            if 0 <= there[0] < len(maze) and 0 <= there[1] < len(maze[0]) and there not in seen:
                if maze[there[0]][there[1]] == ".":
                    seen.add(there)
                    todo.append((*there, steps + 1))

def check(input, expected, actual):
    y = x = 0
    for step in actual:
        dy, dx = {"D": (1, 0), "R": (0, 1), "U": (-1, 0), "L": (0, -1)}[step]
        y, x = y + dy, x + dx
        if not (0 <= y < len(input) and 0 <= x < len(input[0])) or input[y][x] == "#":
            return False
    return (y, x) == (len(input) - 1, len(input[0]) - 1) and len(actual) == shortest(input)
`;
    const maze = '["...",".#.","..."]';
    const cases = ["RRDD", "DDRR", "DRDR", "RLRRDD", "RR", "RRRDD"].map(
      (way): Case => [maze, "null", JSON.stringify(way)],
    );
    expect(scores(await check(world, source, cases))).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it("a part of the score for a part of the way", async () => {
    const source = `
def check(input, expected, actual):
    right = sum(a == e for a, e in zip(actual, expected))
    return {"score": right / len(expected), "message": f"{right} of {len(expected)} are right"}
`;
    const results = await check(world, source, [
      ["0", "[1,2,3,4]", "[1,2,3,4]"],
      ["0", "[1,2,3,4]", "[1,0,3]"],
      ["0", "[1,2,3,4]", "[]"],
    ]);
    expect(scores(results)).toEqual([1, 0.5, 0]);
    expect(results[1]).toMatchObject({ message: "2 of 4 are right" });
  });

  it("a program's text, which is a text whatever stands in it", async () => {
    const source = `
def check(input, expected, actual):
    n = int(input)
    words = actual.split()
    return len(words) == 2 and words[0].isdigit() and words[1].isdigit() and sum(map(int, words)) == n
`;
    const cases: Case[] = ['"3 4\\n"', '"7 0"', '"3 5"', '"NaN"', '"Infinity"', '""'].map(
      (actual) => ['"7\\n"', '"3 4\\n"', actual],
    );
    expect(scores(await check(world, source, cases, { io: "stdio" }))).toEqual([1, 1, 0, 0, 0, 0]);
  });
});

describe("values reach check as Python's own", () => {
  it("with floats for the texts of NaN and the infinities, wherever they stand", async () => {
    const source = `
import math

def check(input, expected, actual):
    def kind(value):
        return type(value).__name__ + ":" + repr(value)
    return {"score": 0, "message": " ".join(map(kind, (input, expected, actual)))}
`;
    const results = await check(world, source, [
      ['["NaN",{"NaN":"Infinity"}]', "[NaN, -Infinity, 1e400]", '"-Infinity"'],
      ["1.0", "12345678901234567890", '"nan"'],
      ["true", "null", '{"10":1,"9":2}'],
    ]);
    expect(results.map((result) => result?.kind === "scored" && result.message)).toEqual([
      "list:[nan, {'NaN': inf}] list:[nan, -inf, inf] float:-inf",
      "float:1.0 int:12345678901234567890 str:'nan'",
      "bool:True NoneType:None dict:{'10': 1, '9': 2}",
    ]);
  });
});

it("no answer of a student's makes a checker fail that bears any value", async () => {
  const source = "def check(input, expected, actual): return type(actual).__name__ == expected\n";
  const answers: readonly (readonly [kind: string, actual: string])[] = [
    ["list", `${"[".repeat(500)}${"]".repeat(500)}`],
    ["dict", `${'{"a":'.repeat(499)}{}${"}".repeat(499)}`],
    ["str", JSON.stringify("x".repeat(500_000))],
    ["list", `[${Array(100_000).fill("0.5").join()}]`],
    ["int", "9".repeat(100_000)],
    ["float", '"NaN"'],
    ["str", JSON.stringify('__check__ = lambda values: True\n"""')],
  ];
  const cases = answers.map(([kind, actual]): Case => ["0", JSON.stringify(kind), actual]);
  expect(scores(await check(world, source, cases))).toEqual(answers.map(() => 1));
});

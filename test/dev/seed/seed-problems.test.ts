import { readdir } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { itemSize } from "../../../api/adapters/item-size.js";
import { readStarterCodes } from "../../../api/adapters/language-attributes.js";
import { readProblemItem } from "../../../api/adapters/problem-item.js";
import { parseExactJson } from "../../../api/domain/json.js";
import { type Comparison, isAccepted } from "../../../api/domain/judge.js";
import { LANGUAGES } from "../../../api/domain/language.js";
import { loadSeedProblems, type SeedProblemItem } from "../../../dev/seed/seed-problems.js";

const problems = await loadSeedProblems();
const EXACTLY: Comparison = { type: "equal", epsilon: "0", relativeEpsilon: null };
const hangul = /[가-힣]/;

/** What a statement shows as input and output of its examples, as JSON. */
const valuesOf = (statement: string) =>
  [...statement.matchAll(/^```(json|text)\n(.*?)\n```$/gms)].map(([, kind, block = ""]) =>
    kind === "json" ? block : JSON.stringify(`${block}\n`),
  );

const casesTextOf = ({ finalTestCases }: SeedProblemItem) =>
  typeof finalTestCases === "string" ? finalTestCases : gunzipSync(finalTestCases).toString();

/** What the code of a problem must have, by how it is called and its language. */
function signatureOf({ io, entryFunction }: SeedProblemItem, language: string): RegExp {
  const [method, className] = (entryFunction ?? "solution").split(".").reverse();
  if (language === "javascript") {
    if (io === "stdio") return /readFileSync\(0, "utf8"\)/;
    return className === undefined
      ? new RegExp(`^/\\*\\* \\S.*\\. \\*/\nfunction ${method}\\(\\S`, "m")
      : new RegExp(`^class ${className} {\n {2}/\\*\\* .*\\. \\*/\n {2}${method}\\(\\S`, "m");
  }
  if (io === "stdio") return /input\(\)|sys\.stdin/;
  return className === undefined
    ? new RegExp(`^def ${method}\\(\\w+(?:, \\w+)*\\):\n {4}"""\\S`, "m")
    : new RegExp(`^class ${className}:\n(?: {4}.*\n)*? {4}def ${method}\\(self, `, "m");
}

describe("the set", () => {
  it("has one problem for each folder, sorted by id", async () => {
    const folders = await readdir(new URL("../../../dev/problems/", import.meta.url));
    expect(problems.map(({ item }) => item.problemId)).toEqual(folders.sort());
    expect(problems.length).toBeGreaterThanOrEqual(18);
  });

  it("uses every judge type but unordered_deep, with and without tolerances", () => {
    const judges = problems.map(({ item: { judgeType = "default", epsilon, relativeEpsilon } }) =>
      [judgeType, epsilon, relativeEpsilon].filter((one) => one !== undefined).join(" "),
    );
    expect([...new Set(judges)].sort()).toEqual([
      "checker",
      "default",
      "equal",
      "float_eps",
      "float_eps 0.01",
      "one_of",
      "tokens 1e-9 1e-9",
      "unordered_equal",
    ]);
  });

  it("has every way to call a solution, and every visibility", async () => {
    const read = await Promise.all(
      problems.map(({ item }) => readProblemItem(item.problemId, { ...item })),
    );
    const callings = read.map(({ calling: { io, argumentStyle, entryFunction } }) =>
      io === "stdio" ? io : [argumentStyle, entryFunction?.includes(".")].join(" "),
    );
    expect(callings.filter((one) => one === "stdio").length).toBeGreaterThanOrEqual(3);
    expect([...new Set(callings)].sort()).toEqual([
      "keyword false",
      "positional false",
      "positional true",
      "single ",
      "stdio",
    ]);
    const visibilities = read.flatMap((one) => one.testCases.map(({ visibility }) => visibility));
    expect(new Set(visibilities)).toEqual(new Set(["open", "sample", "hidden"]));
    expect(
      read.some(({ groups }) => new Set(groups.map(({ scoring }) => scoring)).size === 2),
    ).toBe(true);
  });

  it("has a set of 2,000 cases, stored as gzip", () => {
    const packed = problems.filter(({ item }) => typeof item.finalTestCases !== "string");
    const counts = packed.map(({ item }) => JSON.parse(casesTextOf(item)).length);
    expect(counts).toContain(2000);
  });

  it("fits the table that it is put in", () => {
    for (const { item } of problems) {
      expect([item.problemId, itemSize(item) < 400_000]).toEqual([item.problemId, true]);
    }
  });

  it("has a slow way to solve each, but where what is within the limits is too little for one", () => {
    const without = problems.filter(
      ({ solutions }) => !solutions.some(({ kind }) => kind === "slow"),
    );
    expect(without.map(({ item }) => item.problemId)).toEqual([
      "most-frequent-letter",
      "pair-sum-indices",
      "roman-numerals",
      "sensor-statistics",
      "sum-of-a-list",
      "triangle-areas",
    ]);
  });

  it("is listed from the easiest to the hardest, each at a time of its own", () => {
    const byTime = problems.map(({ item }) => item);
    byTime.sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    const grades = byTime.map(({ difficulty }) => ["easy", "medium", "hard"].indexOf(difficulty));
    expect(grades).toEqual(grades.toSorted());
    expect(new Set(byTime.map(({ createdAt }) => createdAt)).size).toBe(problems.length);
    for (const { createdAt } of byTime) expect(new Date(createdAt).toISOString()).toContain("T09:");
  });

  it("exercises numbers that a double cannot hold and keys that an object would reorder", () => {
    const written = problems.map(({ item }) => casesTextOf(item)).join();
    for (const digits of [
      /\d{30}/,
      /\b9007199254740993\b/,
      /-0\.0\b/,
      /\d[eE]\+?\d/,
      /"10":.*"9":/,
    ])
      expect(written).toMatch(digits);
  });
});

/** The one that is about them, and the one that has every kind of value. */
const OF_LARGE_INTEGERS = ["count-value-kinds", "geometric-sum"];

describe.each(problems)("$item.problemId", async ({ item, solutions }) => {
  const problem = await readProblemItem(item.problemId, { ...item });
  const starterCodes = readStarterCodes(item.starterCode, problem.languages);

  it("is read without a fault or a warning, with its own judge and time limit", () => {
    expect(problem).toMatchObject({ fault: null, warnings: [] });
    expect(problem.judge.type).toBe(item.judgeType ?? "tokens");
    expect(problem.timeLimitMs).toBe(item.timeLimitSeconds * 1000);
    expect(item.timeLimitSeconds).toBeGreaterThanOrEqual(1);
    expect(item.timeLimitSeconds).toBeLessThanOrEqual(5);
  });

  it("has a title and a statement in both languages", () => {
    for (const text of [item.title, item.description]) expect(text.trim()).not.toBe("");
    for (const text of [item.title_translated, item.description_translated])
      expect(text).toMatch(hangul);
    expect(item.title).not.toMatch(hangul);
  });

  it("is told in the words of no one language, or in those of both", () => {
    const { description, description_translated } = item;
    for (const line of `${description}\n${description_translated}`.split("\n")) {
      const isOfPython = /`(?:None|True|False)`|\bdict|\btuple|\bfloat|딕셔너리|튜플/.test(line);
      if (isOfPython) expect(line).toMatch(/in Python|파이썬|^\|/);
    }
    if (item.argumentStyle !== "keyword") return;
    const [, written = ""] = starterCodes.javascript?.match(/^function (.*) {$/m) ?? [];
    expect(written).toMatch(/^\w+\({ .+ }\)$/);
    for (const text of [description, description_translated]) expect(text).toContain(written);
  });

  it("holds integers that JavaScript has as numbers, unless its statement says BigInt", () => {
    const texts = [item.description, item.description_translated];
    const isTold = texts.every((text) => text.includes("BigInt"));
    expect(isTold).toBe(OF_LARGE_INTEGERS.includes(item.problemId));
    if (isTold) return;
    const digits = casesTextOf(item).match(/(?<![\w".])\d{16,}/g) ?? [];
    const tooLarge = digits.filter((one) => !Number.isSafeInteger(Number(one)));
    expect(tooLarge).toEqual([]);
  });

  it("has start code and solutions of its signature, each another", () => {
    for (const language of problem.languages) {
      const codes = [
        starterCodes[language],
        ...solutions.filter((one) => one.language === language).map(({ code }) => code),
      ];
      for (const code of codes) expect(code).toMatch(signatureOf(item, language));
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it("is solved in each of its languages in the same ways: right, wrong and slow", () => {
    const kindsIn = (wanted: string) =>
      solutions.filter(({ language }) => language === wanted).map(({ kind }) => kind);
    for (const language of LANGUAGES) {
      const isAllowed = problem.languages.includes(language);
      expect([language, kindsIn(language)]).toEqual([
        language,
        isAllowed ? kindsIn("python3.12") : [],
      ]);
    }
    expect(kindsIn("python3.12")).toEqual(expect.arrayContaining(["accepted", "wrong"]));
  });

  it("has at least 8 test cases, each with an input and an expected output", () => {
    const cases = JSON.parse(casesTextOf(item)) as object[];
    for (const testCase of cases)
      expect(Object.keys(testCase).slice(0, 2)).toEqual(["input", "expected_output"]);
    expect(cases.length).toBeGreaterThanOrEqual(8);
  });

  it("shows the same two examples in both languages, and grades them first, as samples", () => {
    const values = valuesOf(item.description);
    expect(valuesOf(item.description_translated)).toEqual(values);
    const samples = problem.testCases.filter(({ visibility }) => visibility === "sample");
    expect(samples).toEqual(problem.testCases.slice(0, 2));
    expect(values).toHaveLength(2 * samples.length);
    for (const [index, { input, expectedOutput }] of samples.entries()) {
      const [shownInput = "", shownOutput = ""] = values.slice(2 * index);
      expect(isAccepted(EXACTLY, parseExactJson(shownInput), parseExactJson(input))).toBe(true);
      const rule = problem.judge.type === "one_of" ? problem.judge : EXACTLY;
      expect(isAccepted(rule, parseExactJson(shownOutput), expectedOutput)).toBe(true);
    }
  });
});

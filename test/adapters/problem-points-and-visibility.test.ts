import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Item } from "../../api/adapters/item.js";
import { readProblemItem } from "../../api/adapters/problem-item.js";

const CASE = { input: [1], expected_output: 2 };

/** A problem of these cases; `second` is what the second of two says of itself. */
const read = (attributes: Item, second: object = {}) =>
  readProblemItem("p", {
    finalTestCases: JSON.stringify([CASE, { ...CASE, ...second }]),
    ...attributes,
  });

const SECOND = "of test case 2 of this problem";

describe("a problem that does not say clearly what may be seen or earned is unusable", () => {
  it.each<[Item, object, string]>([
    [
      { caseVisibility: "Hidden" },
      {},
      'The caseVisibility of this problem must be open, sample or hidden, not "Hidden".',
    ],
    [
      {},
      { visibility: "hiden" },
      `The visibility ${SECOND} must be open, sample or hidden, not "hiden".`,
    ],
    [
      {},
      { visibility: true },
      `The visibility ${SECOND} must be open, sample or hidden, not true.`,
    ],
    [{}, { points: -1 }, `The points ${SECOND} must be a number >= 0, not -1.`],
    [{}, { points: "many" }, `The points ${SECOND} must be a number >= 0, not "many".`],
    [{}, { points: "1e99" }, `The points ${SECOND} must be a number >= 0, not "1e99".`],
    [{}, { points: [1] }, `The points ${SECOND} must be a number >= 0, not [1].`],
    [{}, { group: "a" }, `The group ${SECOND} is not one of the problem's groups: "a".`],
    [
      { groups: [{ id: "b" }] },
      { group: "a" },
      `The group ${SECOND} is not one of the problem's groups: "a".`,
    ],
    [{ groups: {} }, {}, "The groups of this problem are not a list."],
    [{ groups: "[{" }, {}, "The groups of this problem are not valid JSON."],
    [{ groups: ["a"] }, {}, "Group 1 of this problem is not an object."],
    [{ groups: [{ id: "a" }, { points: "1" }] }, {}, "Group 2 of this problem has no id."],
    [{ groups: [{ id: "a" }, { id: "a" }] }, {}, 'The groups of this problem have "a" twice.'],
    [
      { groups: [{ id: "a", scoring: "any" }] },
      {},
      'The scoring of group "a" of this problem must be all or sum, not "any".',
    ],
    [
      { groups: [{ id: "a", points: "-5" }] },
      {},
      'The points of group "a" of this problem must be a number >= 0, not "-5".',
    ],
    [
      { groups: Array.from({ length: 101 }, (_, index) => ({ id: String(index) })) },
      {},
      "The groups of this problem are more than 100.",
    ],
  ])("%j and %j: %s", async (attributes, second, fault) => {
    const problem = await read(attributes, second);
    expect(problem).toMatchObject({ fault, testCases: [], testSetHash: null });
  });
});

describe("what a case says of itself", () => {
  it("is read as it is, and otherwise is the problem's or the usual", async () => {
    const groups = [{ id: "g", points: "0.30", scoring: "all" }];
    const attributes = { groups, caseVisibility: "hidden" };
    const said = { name: "n".repeat(101), visibility: "sample", points: 0.1, group: "g" };
    const problem = await read(attributes, said);
    expect(problem.fault).toBe(null);
    expect(problem.testCases).toMatchObject([
      { name: null, visibility: "hidden", points: null, group: null },
      { name: "n".repeat(100), visibility: "sample", group: "g" },
    ]);
    expect(String(problem.testCases[1]?.points)).toBe("1/10");
    expect(problem.groups.map(({ points }) => String(points))).toEqual(["3/10"]);
  });

  it("may be null where it says nothing, and a number as the id of a group", async () => {
    const nothing = { name: null, visibility: null, points: null, group: null };
    expect((await read({}, nothing)).testCases[1]).toMatchObject({ visibility: "open" });
    expect((await read({ groups: [{ id: "1" }] }, { group: 1 })).testCases[1]?.group).toBe("1");
    expect((await read({}, { name: 5 })).testCases[1]?.name).toBe(null);
  });
});

describe("test cases stored as gzip", () => {
  const text = JSON.stringify([CASE]);
  const packed = (bytes: Uint8Array) => readProblemItem("p", { finalTestCases: bytes });

  it("are read like their text, and are the same tests", async () => {
    const problem = await packed(gzipSync(text));
    const plain = await readProblemItem("p", { finalTestCases: text });
    expect(problem).toEqual(plain);
    expect(problem.testSetHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("may take 8 MiB unpacked and not a byte more", async () => {
    const ofSize = (size: number) => gzipSync(text.padEnd(size));
    expect((await packed(ofSize(8 * 1024 * 1024))).fault).toBe(null);
    expect((await packed(ofSize(8 * 1024 * 1024 + 1))).fault).toBe(
      "The finalTestCases of this problem are larger than 8 MiB when unpacked.",
    );
  });

  it("are not unpacked beyond that", async () => {
    const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024));
    const before = process.memoryUsage();
    expect((await packed(bomb)).fault).toContain("larger than 8 MiB");
    const { heapTotal, external } = process.memoryUsage();
    const grown = heapTotal + external - before.heapTotal - before.external;
    expect(grown).toBeLessThan(128 * 1024 * 1024);
  });

  it.each([
    ["no gzip", Buffer.from(text)],
    ["cut off", gzipSync(text).subarray(0, -4)],
    ["empty", Buffer.alloc(0)],
    ["no text", gzipSync(Buffer.from([0xff, 0xfe]))],
  ])("are damaged when they are %s", async (_, bytes) => {
    expect((await packed(bytes)).fault).toBe(
      "The finalTestCases of this problem are damaged: they are binary, but no gzip of a text.",
    );
  });

  it("that hold no cases are told as text is", async () => {
    expect((await packed(gzipSync("[]"))).fault).toBe("No test cases found for this problem.");
    expect((await packed(gzipSync("[{"))).fault).toContain("not valid JSON");
  });
});

describe("the hash of a problem's tests", () => {
  const GROUPS = [{ id: "g", points: "10", scoring: "sum" }];
  const hash = async (attributes: Item, second: object = {}) =>
    (await read({ groups: GROUPS, ...attributes }, second)).testSetHash;

  it("is another for everything that a verdict or a score depends on", async () => {
    const hashes = await Promise.all([
      hash({}),
      hash({}, { input: [2] }),
      hash({}, { input: [1.0001] }),
      hash({}, { expected_output: "2" }),
      hash({}, { points: 2 }),
      hash({}, { group: "g" }),
      hash({ timeLimitSeconds: "1" }),
      hash({ judgeType: "float_eps" }),
      hash({ judgeType: "float_eps", epsilon: "0.5" }),
      hash({ entryFunction: "f" }),
      hash({ argumentStyle: "positional" }),
      hash({ groups: [{ id: "g", points: "10", scoring: "all" }] }),
      hash({ groups: [{ id: "g", points: "11", scoring: "sum" }] }),
      hash({ groups: [] }),
    ]);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashes).not.toContain(null);
  });

  it("is the same whatever else is said, and however the cases are written down", async () => {
    const plain = await hash({});
    const spread = JSON.stringify([CASE, CASE]).replaceAll("},", "},\n ");
    expect(await hash({ title: "Another", caseVisibility: "hidden" }, { name: "n" })).toBe(plain);
    expect(await hash({ finalTestCases: spread })).toBe(plain);
    expect(await hash({ finalTestCases: `{"finalTestCases": ${spread}}` })).toBe(plain);
    expect(await hash({ finalTestCases: gzipSync(spread) })).toBe(plain);
    expect(await hash({ timeLimitSeconds: "2.0" })).toBe(plain);
  });
});

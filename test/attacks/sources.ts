import type { Expectation, Program } from "./program.js";

const FUNCTION = "def solution(_):\n    return 1\n";
const BOUNDED = [
  ...["COMPILE_ERROR", "EXCEPTION", "MEMORY_LIMIT"],
  ...["WALL_LIMIT", "CPU_LIMIT", "SIGNAL", "NO_ENTRY_FUNCTION"],
];
const UNREADABLE: Expectation["reason"] = ["COMPILE_ERROR", "EXCEPTION"];

/** Programs that a file of programs could not hold, or that are better made than written. */
export const SOURCES: Program[] = [
  source("is empty", "", { reason: "NO_ENTRY_FUNCTION" }),
  source("is not Python", "def solution(:", { reason: "COMPILE_ERROR", says: "SyntaxError" }),
  source("holds a null character", `x = "\0"\n${FUNCTION}`, { reason: UNREADABLE, says: "null" }),
  source("holds half of a surrogate pair", `x = "\ud800"\n${FUNCTION}`, { reason: UNREADABLE }),
  source("begins with a byte order mark", `\ufeff${FUNCTION}`, { reason: [null, "COMPILE_ERROR"] }),
  source("claims another encoding", `# -*- coding: utf-16 -*-\n${FUNCTION}`, accepted(1)),
  source("claims an encoding that is none", `# coding: no-such\n${FUNCTION}`, accepted(1)),
  source(
    "claims to be Latin-1",
    `# coding: latin-1\ndef solution(_):\n    return "한"\n`,
    accepted("한"),
  ),
  source("ends lines in every way", "def solution(_):\r    x = 1\r\n    return x\n", accepted(1)),
  source("nests brackets deep", `x = ${"(".repeat(30_000)}`, { reason: UNREADABLE }),
  source("nests whole brackets deep", `x = ${"[".repeat(15_000)}${"]".repeat(15_000)}`, {
    reason: UNREADABLE,
  }),
  source("chains attributes deep", `x = a${".b".repeat(30_000)}\n${FUNCTION}`, {
    reason: [...reasons(UNREADABLE), "MEMORY_LIMIT", "SIGNAL"],
  }),
  source("adds thirty thousand terms", `import math\nx = 1${"+1".repeat(30_000)}\n${FUNCTION}`, {
    reason: [...reasons(UNREADABLE), "MEMORY_LIMIT", "SIGNAL", null],
  }),
  source("negates thirty thousand times", `x = ${"-".repeat(30_000)}1\n${FUNCTION}`, {
    reason: [...reasons(UNREADABLE), "MEMORY_LIMIT", "SIGNAL"],
  }),
  source(
    "has twenty thousand blocks in a row",
    `${"if 1:\n pass\n".repeat(5_000)}${FUNCTION}`,
    accepted(1),
  ),
  source("nests blocks deep", nestedBlocks(120), { reason: "COMPILE_ERROR" }),
  source("holds an integer of sixty thousand digits", `x = ${"9".repeat(60_000)}\n${FUNCTION}`, {
    reason: [null, "COMPILE_ERROR"],
    timeout_ms: 3000,
  }),
  source("holds a text that compiles to more than there is", "x = 'a' * (1 << 40)\n", {
    reason: "MEMORY_LIMIT",
  }),
  source("compiles for ever", `x = ${"(lambda: ".repeat(90)}1${")".repeat(90)}\n${FUNCTION}`, {
    reason: [null, "COMPILE_ERROR"],
  }),
  source("nests finally blocks, which are compiled twice each", nestedFinally(18), {
    reason: [null, "COMPILE_ERROR", "WALL_LIMIT", "CPU_LIMIT", "MEMORY_LIMIT", "SIGNAL"],
    timeout_ms: 600,
  }),
  source("closes the text around it", `"""'''\n###_RETURN_VALUE_###\n`, {
    reason: "COMPILE_ERROR",
  }),
  source("imports ten thousand names that do not exist", manyImports(4_000), {
    reason: "EXCEPTION",
    says: "ModuleNotFoundError: No module named",
  }),
  // What is done with a source before it runs is bounded, and whatever comes of it is the program's own.
  ...[
    ["imports one name of thirty thousand parts", `import ${"a.".repeat(32_000)}b\n`],
    ["imports a library's name of twenty thousand parts", `import ${"os.".repeat(21_000)}b\n`],
    ["imports from a name of thirty thousand parts", `from ${"a.".repeat(32_000)}b import c\n`],
    ["opens a bracket at each of eight thousand imports", "import (".repeat(8_000)],
    ["imports one library six thousand times", "import os; ".repeat(5_900)],
    ["imports behind thirty thousand continued lines", `import ${"\\\n".repeat(30_000)}os\n`],
    ["names thirty thousand modules in one import", `import ${"a,".repeat(30_000)}b\n`],
    ["begins thirteen thousand imports that go nowhere", `${"from ".repeat(13_000)}import os\n`],
    ["hides imports in a text that never ends", `"""${"import os\n".repeat(6_000)}`],
    ["ends sixteen thousand texts with a backslash", `import os\n${"'\\' ".repeat(16_000)}`],
    ["names thousands of zones", `import zoneinfo\nx = [${"'Asia/No', ".repeat(5_800)}]\n`],
    [
      "names modules by thousands of texts",
      `import importlib\nx = [${"'os.no', ".repeat(7_000)}]\n`,
    ],
  ].map(([title = "", code = ""]) =>
    source(title, code + FUNCTION, {
      reason: [...BOUNDED, null],
      timeout_ms: 500,
    }),
  ),
];

function source(title: string, code: string, expect: Expectation): Program {
  return { title: `as a source: ${title}`, code, expect };
}

function accepted(value: unknown): Expectation {
  return { reason: null, value };
}

function reasons(reason: Expectation["reason"]) {
  return Array.isArray(reason) ? reason : [reason];
}

function nestedBlocks(depth: number): string {
  const lines = Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}if 1:`);
  return [...lines, `${" ".repeat(depth)}pass`, FUNCTION].join("\n");
}

function nestedFinally(depth: number): string {
  const lines = Array.from({ length: depth }, (_, level) => {
    const indent = " ".repeat(level);
    return `${indent}try: pass\n${indent}finally:`;
  });
  return [...lines, `${" ".repeat(depth)}pass`, FUNCTION].join("\n");
}

function manyImports(count: number): string {
  return Array.from({ length: count }, (_, at) => `import no_${at}\n`).join("") + FUNCTION;
}

import type { Reason, Status } from "../../api/domain/verdict.js";

/** A problem as `PUT /dev/problems` takes it. */
export interface LoadProblem {
  readonly problemId: string;
  readonly title: string;
  readonly title_translated: string;
  readonly timeLimitSeconds: number;
  readonly finalTestCases: readonly { input: number; expected_output: number }[];
}

/** One kind of submission, and what must become of each of its cases. */
export interface Program {
  readonly name: string;
  readonly problemId: string;
  readonly code: string;
  /** How many of a hundred submissions are of this kind. */
  readonly share: number;
  readonly expected: readonly { readonly status: Status; readonly reason?: Reason }[];
}

const DOUBLES = 16;
const PRIMES_BELOW = 15_000;
const PRIME_COUNT = 1754;

export const PROBLEMS: readonly LoadProblem[] = [
  problem(
    "load-double",
    5,
    range(DOUBLES).map((n) => [n, 2 * n]),
  ),
  problem("load-primes", 2, [
    [PRIMES_BELOW, PRIME_COUNT],
    [10, 4],
  ]),
  problem("load-short", 0.5, [
    [0, 0],
    [1, 1],
  ]),
];

export const PROGRAMS: readonly Program[] = [
  {
    name: "accepted",
    problemId: "load-double",
    code: "def solution(data):\n    return 2 * data",
    share: 40,
    expected: range(DOUBLES).map(() => ({ status: "ACCEPTED" })),
  },
  {
    name: "accepted after hard work",
    problemId: "load-primes",
    code: "def solution(n):\n    return sum(all(p % d for d in range(2, int(p**.5) + 1)) for p in range(2, n))",
    share: 10,
    expected: range(2).map(() => ({ status: "ACCEPTED" })),
  },
  {
    name: "accepted with 100 KB printed",
    problemId: "load-double",
    code: "def solution(data):\n    print('x' * 100_000)\n    return 2 * data",
    share: 5,
    expected: range(DOUBLES).map(() => ({ status: "ACCEPTED" })),
  },
  {
    name: "wrong",
    problemId: "load-double",
    code: "def solution(data):\n    return data if data % 5 == 4 else 2 * data",
    share: 20,
    expected: range(DOUBLES).map((n) => ({ status: n % 5 === 4 ? "WRONG_ANSWER" : "ACCEPTED" })),
  },
  {
    name: "failing",
    problemId: "load-double",
    code: "def solution(data):\n    return 2 * data if data < 9 else [][data]",
    share: 15,
    expected: range(DOUBLES).map((n) =>
      n < 9 ? { status: "ACCEPTED" } : { status: "RUNTIME_ERROR", reason: "EXCEPTION" },
    ),
  },
  {
    name: "looping",
    problemId: "load-short",
    code: "def solution(data):\n    while data: pass\n    return data",
    share: 10,
    expected: [{ status: "ACCEPTED" }, { status: "TIME_LIMIT_EXCEEDED", reason: "CPU_LIMIT" }],
  },
];

function problem(
  problemId: string,
  timeLimitSeconds: number,
  cases: readonly (readonly number[])[],
): LoadProblem {
  const finalTestCases = cases.map(([input = 0, expected_output = 0]) => ({
    input,
    expected_output,
  }));
  const title = `The load's ${problemId}`;
  return { problemId, title, title_translated: title, timeLimitSeconds, finalTestCases };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

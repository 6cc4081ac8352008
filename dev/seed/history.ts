import type { CaseResult } from "../../api/domain/verdict.js";
import { DEV_USERS, type DevUser } from "../../web/session/dev-users.js";

/** What somebody once submitted, and what the executor made of it. */
export interface Attempt {
  readonly user: DevUser;
  readonly problemId: string;
  readonly minutesAgo: number;
  /** The problem's own solution, right or wrong, unless it is written out. */
  readonly code: "modelSolution" | "wrongSolution" | { readonly text: string };
  /** The numbers of the cases that failed, and how each of them did. */
  readonly failedCases: readonly number[];
  readonly failure?: CaseEnd;
}

export type CaseEnd = Pick<CaseResult, "status" | "executionTime" | "stderr" | "reason" | "error">;

const [JIMIN, SEOYEON] = DEV_USERS;

const HOUR = 60;
const DAY = 24 * HOUR;

const WRONG_ANSWER: CaseEnd = { status: "WRONG_ANSWER", executionTime: 0.004, stderr: null };

const DIVIDES_BY_ZERO = `def solution(data):
    """Use the closed formula for a geometric series."""
    base = data["base"]
    exponent = data["exponent"]
    return (base ** (exponent + 1) - 1) // (base - 1)
`;

const ZERO_DIVISION: CaseEnd = {
  status: "RUNTIME_ERROR",
  executionTime: 0.004,
  stderr: `{"error": "ZeroDivisionError: integer division or modulo by zero", "traceback": "${[
    "Traceback (most recent call last):",
    '  File \\"solution.py\\", line 5, in solution',
    "    return (base ** (exponent + 1) - 1) // (base - 1)",
    "ZeroDivisionError: integer division or modulo by zero",
    "",
  ].join("\\n")}"}`,
  reason: "EXCEPTION",
  error: "ZeroDivisionError: integer division or modulo by zero (line 5)",
};

const STANDS_STILL = `INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def solution(data):
    """Walk through the characters one by one."""
    initials = ""
    position = 0
    while position < len(data):
        character = data[position]
        if "가" <= character <= "힣":
            initials += INITIALS[(ord(character) - ord("가")) // 588]
            position += 1
        elif character.isascii():
            initials += character
            position += 1
    return initials
`;

const TIME_LIMIT: CaseEnd = {
  status: "TIME_LIMIT_EXCEEDED",
  executionTime: 1.006,
  stderr:
    '{"error": "TimeLimitExceeded: the code used more than 1000 ms of processor time", "traceback": ""}',
  reason: "CPU_LIMIT",
  error: "TimeLimitExceeded: the code used more than 1000 ms of processor time",
};

/** What a new development server has in its table, from the oldest to the newest. */
export const HISTORY: readonly Attempt[] = [
  {
    user: JIMIN,
    problemId: "geometric-sum",
    minutesAgo: 3 * DAY,
    code: { text: DIVIDES_BY_ZERO },
    failedCases: [5],
    failure: ZERO_DIVISION,
  },
  {
    user: JIMIN,
    problemId: "geometric-sum",
    minutesAgo: 3 * DAY - 6,
    code: "wrongSolution",
    failedCases: [8, 10, 11, 12, 13, 14],
    failure: WRONG_ANSWER,
  },
  {
    user: JIMIN,
    problemId: "geometric-sum",
    minutesAgo: 3 * DAY - 17,
    code: "modelSolution",
    failedCases: [],
  },
  {
    user: SEOYEON,
    problemId: "korean-initials",
    minutesAgo: 2 * DAY + 3 * HOUR,
    code: { text: STANDS_STILL },
    failedCases: [6, 10, 11, 12, 15],
    failure: TIME_LIMIT,
  },
  {
    user: SEOYEON,
    problemId: "korean-initials",
    minutesAgo: 2 * DAY + 2 * HOUR,
    code: "modelSolution",
    failedCases: [],
  },
  {
    user: JIMIN,
    problemId: "rotate-matrix",
    minutesAgo: 26 * HOUR,
    code: "wrongSolution",
    failedCases: [6, 8, 13],
    failure: WRONG_ANSWER,
  },
  {
    user: SEOYEON,
    problemId: "balanced-brackets",
    minutesAgo: 5 * HOUR,
    code: "wrongSolution",
    failedCases: [5, 6, 7, 14],
    failure: WRONG_ANSWER,
  },
  {
    user: JIMIN,
    problemId: "rotate-matrix",
    minutesAgo: 40,
    code: "modelSolution",
    failedCases: [],
  },
];

const CASES = 16;
const NUMBERS = 50;

const input = Array.from({ length: NUMBERS }, (_, index) => index * 1_000_003);

/** A problem that a mock executor solves: two invocations, every case expects its own input. */
export const ECHO_PROBLEM = {
  problemId: "echo",
  title: "Echo",
  title_translated: "메아리",
  timeLimitSeconds: 5,
  finalTestCases: JSON.stringify(
    Array.from({ length: CASES }, (_, index) => {
      const value = [index, ...input];
      return { input: value, expected_output: value };
    }),
  ),
};

export const ECHO_BODY = JSON.stringify({
  problemId: ECHO_PROBLEM.problemId,
  userCode: "def solution(data):\n    return data",
});

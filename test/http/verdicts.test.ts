import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorld, type World } from "../support/world.js";

/** Code, and what a case of it must come to. */
const ENDINGS: Record<string, [code: string, status: string, reason?: string]> = {
  "the right answer": ["def solution(data): return data * 2", "ACCEPTED"],
  "an entry by another name": ["def main(data): return data * 2", "ACCEPTED"],
  "a wrong answer": ["def solution(data): return data", "WRONG_ANSWER"],
  "no answer": ["def solution(data): pass", "WRONG_ANSWER"],
  "an exception": ["def solution(data): raise ValueError('no')", "RUNTIME_ERROR", "EXCEPTION"],
  "an exception while loading": [
    "1 / 0\ndef solution(data): return 2",
    "RUNTIME_ERROR",
    "EXCEPTION",
  ],
  "endless recursion": ["def solution(data): return solution(data)", "RUNTIME_ERROR", "EXCEPTION"],
  "code that does not compile": ["def solution(data:", "RUNTIME_ERROR", "COMPILE_ERROR"],
  "no entry function": ["def answer_of(data): return 2", "RUNTIME_ERROR", "NO_ENTRY_FUNCTION"],
  "an entry that cannot be called": ["solution = 2", "RUNTIME_ERROR", "NO_ENTRY_FUNCTION"],
  "sys.exit(0)": ["import sys\ndef solution(data): sys.exit(0)", "RUNTIME_ERROR", "NO_RESULT"],
  "os._exit(0)": ["import os\ndef solution(data): os._exit(0)", "RUNTIME_ERROR", "NO_RESULT"],
  "a forged result on stdout": [
    "import os, sys\nprint('###_RETURN_VALUE_###eyJyZXN1bHQiOiAyfQ==', flush=True)\ndef solution(data): os._exit(0)",
    "RUNTIME_ERROR",
    "NO_RESULT",
  ],
  "an endless loop": ["def solution(data):\n    while True: pass", "TIME_LIMIT_EXCEEDED"],
  "a long sleep": [
    "import time\ndef solution(data): time.sleep(60)",
    "TIME_LIMIT_EXCEEDED",
    "WALL_LIMIT",
  ],
  "an answer that is no JSON": [
    "def solution(data): return object()",
    "RUNTIME_ERROR",
    "BAD_RETURN_VALUE",
  ],
  "an answer that contains itself": [
    "def solution(data):\n    a = []\n    a.append(a)\n    return a",
    "RUNTIME_ERROR",
    "BAD_RETURN_VALUE",
  ],
  "too much memory": [
    "def solution(data): return len(bytearray(2 * 10**9))",
    "RUNTIME_ERROR",
    "MEMORY_LIMIT",
  ],
  "a signal to itself": [
    "import os, signal\ndef solution(data): os.kill(os.getpid(), signal.SIGSEGV)",
    "RUNTIME_ERROR",
    "SIGNAL",
  ],
  "a flood of output": [
    "import os\ndef solution(data):\n    while True: os.write(1, b'x' * 65536)",
    "RUNTIME_ERROR",
    "OUTPUT_LIMIT",
  ],
};

describe("Python code that ends with", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ executor: "python" });
    const finalTestCases = [{ input: 1, expected_output: 2 }];
    await world.putProblem({ problemId: "double", timeLimitSeconds: 1.5, finalTestCases });
    await world.putProblem({
      problemId: "choose",
      timeLimitSeconds: 1.5,
      finalTestCases: ["right", "wrong", "raise", "loop", "right"].map((input) => ({
        input,
        expected_output: "right",
      })),
    });
  });
  afterAll(() => world.close());

  it.each(Object.keys(ENDINGS))("%s", async (name) => {
    const [userCode, status, reason] = ENDINGS[name] as (typeof ENDINGS)[string];
    const answer = await world.grade({ userCode, problemId: "double" });
    expect(answer.status).toBe(200);
    const [first] = answer.body.results;
    expect(first).toMatchObject({ caseNumber: 1, status });
    if (reason !== undefined) expect(first.reason).toBe(reason);
    const passed = status === "ACCEPTED";
    expect(answer.body).toMatchObject({
      status,
      score: passed ? 100 : 0,
      passedCaseCount: passed ? 1 : 0,
      totalCaseCount: 1,
    });
    if (passed) expect(answer.body.errorMessage).toBeNull();
    else expect(answer.body.errorMessage).toMatch(`Failed at test case 1: ${status}`);
    const stored = await world.storedSubmission(answer.body.submissionId);
    expect(stored).toMatchObject({ status, userCode, results: answer.body.results });
  });

  it("several of these is called after the first that failed", async () => {
    const userCode = `
def solution(data):
    print("case", data)
    if data == "raise":
        raise KeyError(data)
    while data == "loop":
        pass
    return data`;
    const { body } = await world.grade({ userCode, problemId: "choose" });
    const statuses = body.results.map((result: { status: string }) => result.status);
    expect(statuses).toEqual([
      "ACCEPTED",
      "WRONG_ANSWER",
      "RUNTIME_ERROR",
      "TIME_LIMIT_EXCEEDED",
      "ACCEPTED",
    ]);
    expect(body).toMatchObject({ status: "WRONG_ANSWER", score: 40, passedCaseCount: 2 });
    expect(body.errorMessage).toBe("Failed at test case 2: WRONG_ANSWER");
    expect(body.results[0].stdout).toBe("case right\n");
    // Kept although the case was stopped.
    const slowest = body.results[3];
    expect(body.executionTime).toBe(slowest.executionTime);
    expect(slowest.executionTime).toBeGreaterThanOrEqual(1.5);
  });

  it("an exception shows its kind and no file of the service", async () => {
    const userCode = "def solution(data):\n    return {}['gone']";
    const { body } = await world.grade({ userCode, problemId: "double" });
    expect(body.results[0].stderr).toContain("KeyError: 'gone'");
    expect(body.results[0].error).toBe("KeyError: 'gone' (line 2)");
    expect(body.errorMessage).toBe(
      "Failed at test case 1: RUNTIME_ERROR - KeyError: 'gone' (line 2)",
    );
    expect(JSON.stringify(body)).not.toMatch(/lambda_function|child\.py|zygote|\/work\//);
  });

  it("a use of what an earlier case left behind finds nothing", async () => {
    const userCode = `
seen = []
def solution(data):
    seen.append(data)
    return "right" if len(seen) == 1 else "again"`;
    const { body } = await world.grade({ userCode, problemId: "choose" });
    expect(body.passedCaseCount).toBe(5);
  });
});

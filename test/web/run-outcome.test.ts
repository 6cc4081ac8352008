import { describe, expect, it } from "vitest";
import { NEUTRAL_EXECUTION } from "../../api/domain/execution.js";
import type { JsonText } from "../../api/domain/json.js";
import type {
  ExactCustomTestsResponse,
  ExactRunCodeOutput,
} from "../../client/create-grader-client.js";
import { announcement } from "../../web/parts/announcement.js";
import { ranOutcome } from "../../web/results/ran-outcome.js";
import { readPageProblem } from "../../web/service/page-problem.js";
import { english } from "../../web/words/english.js";
import { problemOf } from "./support/problem-of.js";

const problem = readPageProblem(problemOf({}));

const returned = (returnValue: string): ExactRunCodeOutput => ({
  ...NEUTRAL_EXECUTION,
  executionTimeMs: 9,
  cpuTimeMs: 7,
  returnValue,
  runCodeLambdaError: false,
});

/** A run in which the code returned these, where those were expected. */
function ran(of: "examples" | "own", values: readonly [string, string | undefined][]) {
  const results = values.map(([value], index) => ({
    caseIdentifier: `custom_${index + 1}`,
    input: "1",
    runCodeOutput: returned(value),
  }));
  const answer: ExactCustomTestsResponse = { executionMode: "RUN_CUSTOM_TESTS_RESULTS", results };
  const examples = values.map(([, expected]) => ({ input: "1" as JsonText, expected }));
  return ranOutcome(answer, { of, examples } as Parameters<typeof ranOutcome>[1], problem);
}

const heard = (outcome: ReturnType<typeof ran>) =>
  announcement({ kind: "ended", outcome, code: "", codeLanguage: "python3.12" }, english);

describe("ranOutcome", () => {
  it("accepts only where every example was compared", () => {
    expect(ran("examples", [["1", "1"]]).status).toBe("ACCEPTED");
    expect(ran("examples", [["1", undefined]]).status).toBe("RETURNED");
    const half: [string, string | undefined][] = [
      ["1", "1"],
      ["2", undefined],
    ];
    expect(ran("examples", half).status).toBe("RETURNED");
    expect(ran("examples", [...half, ["1", "2"]]).status).toBe("WRONG_ANSWER");
    expect(ran("own", [["1", undefined]]).status).toBe("RETURNED");
  });
});

describe("announcement", () => {
  it("says of inputs that were run how many they were, and of examples how many passed", () => {
    const own = ran("own", [
      ["1", undefined],
      ["2", undefined],
      ["3", undefined],
    ]);
    expect(heard(own)).toBe("Returned a value. 3 inputs, slowest 7 ms.");
    expect(heard(ran("examples", [["1", undefined]]))).toBe(
      "Returned a value. 1 input, slowest 7 ms.",
    );
    expect(heard(ran("examples", [["1", "1"]]))).toBe(
      "Accepted. 1 of 1 cases passed, slowest 7 ms.",
    );
  });

  it("says that a cancelled submission may have been made", () => {
    expect(announcement({ kind: "cancelled", what: "submit" }, english)).toBe(
      english.run.cancelledSubmission,
    );
  });
});

import { describe, expect, it } from "vitest";
import { fitResults, type Submission } from "../../api/domain/submission.js";
import { utf8Length } from "../../api/domain/text.js";
import type { CaseResult, Status } from "../../api/domain/verdict.js";

function submission(results: CaseResult[]): Submission {
  return {
    submissionId: "s",
    problemId: "p",
    problemTitle: "t",
    problemTitleTranslated: "제목",
    language: "python3.12",
    userId: "u",
    author: "a",
    userCode: "code",
    submissionTime: 1,
    status: "WRONG_ANSWER",
    executionTime: 0,
    errorMessage: null,
    score: 0,
    passedCaseCount: 0,
    totalCaseCount: results.length,
    results,
  };
}

function result(caseNumber: number, status: Status, stdout: string): CaseResult {
  return { caseNumber, status, executionTime: 0, stdout, stderr: stdout };
}

const sizeOf = (value: unknown) => utf8Length(JSON.stringify(value));

describe("fitResults", () => {
  it("leaves a submission that fits as it is", () => {
    const small = submission([result(1, "ACCEPTED", "x")]);
    expect(fitResults(small, 10_000, sizeOf)).toBe(small);
  });

  it("cuts the outputs of accepted cases first, and only as many as it must", () => {
    const large = submission([
      result(1, "WRONG_ANSWER", "w".repeat(1000)),
      result(2, "ACCEPTED", "a".repeat(1000)),
      result(3, "ACCEPTED", "b".repeat(1000)),
    ]);
    const fitted = fitResults(large, utf8Length(JSON.stringify(large)) - 1500, sizeOf);
    expect(fitted.resultsTruncated).toBe(true);
    expect(fitted.results.map(({ stdout }) => stdout?.[0] ?? null)).toEqual(["w", null, "b"]);
  });

  it("never cuts statuses or numbers, and stays under the size asked for", () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      result(index + 1, index % 2 ? "ACCEPTED" : "WRONG_ANSWER", "😀".repeat(500)),
    );
    const fitted = fitResults(submission(many), 400_000, sizeOf);
    expect(utf8Length(JSON.stringify(fitted))).toBeLessThanOrEqual(400_050);
    expect(fitted.results.map(({ caseNumber, status }) => [caseNumber, status])).toEqual(
      many.map(({ caseNumber, status }) => [caseNumber, status]),
    );
    expect(fitted.results[0]?.stdout).toBe("😀".repeat(500));
  });
});

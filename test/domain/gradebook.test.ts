import { describe, expect, it } from "vitest";
import { gradebook } from "../../api/domain/gradebook.js";
import { studentTable, submissionTable } from "../../api/domain/gradebook-tables.js";
import type { SubmissionSummary } from "../../api/domain/submission.js";

let made = 0;

function submissionOf(changes: Partial<SubmissionSummary>): SubmissionSummary {
  made += 1;
  return {
    submissionId: `s${made}`,
    problemId: "sum",
    problemTitle: "Sum",
    problemTitleTranslated: "합",
    userId: "u1",
    author: "Jimin",
    language: "python3.12",
    status: "WRONG_ANSWER",
    executionTime: 0.5,
    submissionTime: made,
    score: 0,
    passedCaseCount: 0,
    totalCaseCount: 4,
    ...changes,
  };
}

const isoTime = (seconds: number) => new Date(seconds * 1000).toISOString();

describe("a gradebook", () => {
  it("has an entry for every student and problem, by names and then ids", () => {
    const entries = gradebook([
      submissionOf({ userId: "u3", author: "Seoyeon" }),
      submissionOf({ userId: "u2", author: "Jimin" }),
      submissionOf({ userId: "u1", author: "Jimin", problemId: "turn" }),
      submissionOf({ userId: "u1", author: "Jimin" }),
      submissionOf({ userId: "u1", author: "Jimin" }),
    ]);
    const told = entries.map(({ latest, submissions }) => [
      latest.userId,
      latest.problemId,
      submissions.length,
    ]);
    expect(told).toEqual([
      ["u1", "sum", 2],
      ["u1", "turn", 1],
      ["u2", "sum", 1],
      ["u3", "sum", 1],
    ]);
  });

  it("takes a student who has changed the name for one, under the latest name", () => {
    const entries = gradebook([
      submissionOf({ author: "Old", submissionTime: 1 }),
      submissionOf({ author: "New", submissionTime: 2 }),
    ]);
    expect(entries.map(({ latest, submissions }) => [latest.author, submissions.length])).toEqual([
      ["New", 2],
    ]);
  });

  it("does not mix up students whose ids could not be stored", () => {
    const nameless = { userId: null, author: null };
    const [first, second] = [submissionOf(nameless), submissionOf(nameless)];
    const named = { userId: null, author: "Long" };
    const entries = gradebook([first, second, submissionOf(named), submissionOf(named)]);
    expect(entries.map(({ submissions }) => submissions.length)).toEqual([1, 1, 2]);
  });

  it.each<[string, Partial<SubmissionSummary>, Partial<SubmissionSummary>]>([
    ["more points", { score: 80 }, { score: 60 }],
    ["accepted with the same points", { status: "ACCEPTED", score: 100 }, { score: 100 }],
    ["more cases with the same points", { passedCaseCount: 3 }, { passedCaseCount: 2 }],
    ["a student's fault before a failure of the service", {}, { status: "INTERNAL_ERROR" }],
    ["any points before none known", { score: 0 }, { score: null, status: null }],
  ])("calls best what has %s, earlier or later", (_what, better, worse) => {
    for (const [betterTime, worseTime] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const best = submissionOf({ ...better, submissionTime: betterTime });
      const other = submissionOf({ ...worse, submissionTime: worseTime });
      expect(gradebook([best, other])[0]?.best).toBe(best);
      expect(gradebook([other, best])[0]?.best).toBe(best);
    }
  });

  it("calls the first of equals best and the last one latest, in whichever order they come", () => {
    const [first, second, third] = [1, 2, 3].map((submissionTime) =>
      submissionOf({ score: 100, status: "ACCEPTED", submissionTime }),
    ) as [SubmissionSummary, SubmissionSummary, SubmissionSummary];
    for (const order of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
    ]) {
      const [entry] = gradebook(order);
      expect(entry?.best).toBe(first);
      expect(entry?.submissions).toEqual([third, second, first]);
      expect(entry?.latest).toBe(third);
    }
  });
});

describe("the tables of a gradebook", () => {
  const solved = submissionOf({
    submissionId: "a",
    submissionTime: 1_764_460_800,
    status: "ACCEPTED",
    score: 100,
    passedCaseCount: 4,
  });
  const later = submissionOf({ submissionId: "b", submissionTime: 1_764_460_860, userId: "u1" });

  it("have a row for each submission below the API's own names", () => {
    expect(submissionTable([solved], isoTime)).toEqual([
      [
        "author",
        "userId",
        "problemId",
        "problemTitle",
        "problemTitleTranslated",
        "submissionTime",
        "status",
        "score",
        "passedCaseCount",
        "totalCaseCount",
        "executionTime",
        "language",
        "submissionId",
      ],
      [
        "Jimin",
        "u1",
        "sum",
        "Sum",
        "합",
        "2025-11-30T00:00:00.000Z",
        "ACCEPTED",
        100,
        4,
        4,
        0.5,
        "python3.12",
        "a",
      ],
    ]);
  });

  it("have a row for each student with the best and the latest submission", () => {
    expect(studentTable(gradebook([later, solved]), isoTime)).toEqual([
      [
        "author",
        "userId",
        "problemId",
        "problemTitle",
        "problemTitleTranslated",
        "submissionCount",
        "bestScore",
        "bestStatus",
        "bestPassedCaseCount",
        "bestTotalCaseCount",
        "bestTime",
        "bestSubmissionId",
        "latestScore",
        "latestStatus",
        "latestPassedCaseCount",
        "latestTotalCaseCount",
        "latestTime",
        "latestSubmissionId",
      ],
      [
        "Jimin",
        "u1",
        "sum",
        "Sum",
        "합",
        2,
        100,
        "ACCEPTED",
        4,
        4,
        "2025-11-30T00:00:00.000Z",
        "a",
        0,
        "WRONG_ANSWER",
        0,
        4,
        "2025-11-30T00:01:00.000Z",
        "b",
      ],
    ]);
  });
});

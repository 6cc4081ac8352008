import { expect } from "vitest";
import type { Graded, Told } from "../support/http/expect-contract-answer.js";
import type { Student } from "../support/http/grader-client.js";
import { submissionOf } from "./exam.js";
import type { StoredItem } from "./fault-stage.js";
import { outcomeOf } from "./outcome-of.js";

/** Fails unless the table holds of a student's first submission what the student was told of it. */
export function expectTruth(told: Told, stored: readonly StoredItem[], student: Student): void {
  // The answer to a write may be lost: then the student has seen what was written all the same.
  const written = stored.length > 0 ? shownIn(told) : savedBy(told);
  expectStored(stored, written, student);
}

/** One student's submission, and what came of it. */
export interface Attempt {
  readonly student: Student;
  readonly told: Told;
}

/** Fails unless what is stored under an id that several students used is one's alone, as all were told. */
export function expectOneOwner(attempts: readonly Attempt[], stored: StoredItem | undefined): void {
  const owner = attempts.find(({ student }) => student.sub === stored?.userId);
  for (const { student, told } of attempts) {
    outcomeOf(told, student);
    if (told.kind === "graded") expect(owner?.student).toBe(student);
    if (told.kind === "refused" && told.code === "SubmissionIdTaken") {
      expect(attempts.filter((attempt) => attempt !== owner)).toEqual([{ student, told }]);
    }
  }
  const written = owner && shownIn(owner.told).map((graded) => itemOf(graded, owner.student));
  expect(stored && [stored]).toEqual(written);
}

/** What a student was told is stored. */
export function savedBy(told: Told): readonly Graded[] {
  return told.kind === "graded" ? [told.graded] : [];
}

function shownIn(told: Told): readonly Graded[] {
  return told.kind === "refused" && told.result !== undefined ? [told.result] : savedBy(told);
}

/** Fails unless these are the student's submissions, each whole and none twice. */
export function expectStored(
  stored: readonly StoredItem[],
  submissions: readonly Graded[],
  student: Student,
): void {
  const expected = submissions.map((graded) => itemOf(graded, student));
  expect(stored.toSorted(bySubmissionId)).toEqual(expected.toSorted(bySubmissionId));
}

function bySubmissionId(a: StoredItem, b: StoredItem): number {
  return String(a.submissionId).localeCompare(String(b.submissionId));
}

function itemOf({ executionMode, ...kept }: Graded, student: Student): StoredItem {
  return {
    ...kept,
    ...submissionOf(student),
    userId: student.sub,
    author: student.nickname,
    language: "python3.12",
    is_submission: "Y",
    submissionTime: expect.any(Number),
    testSetHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  };
}

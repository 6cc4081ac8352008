import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { expectContractAnswer, type Told } from "../support/http/expect-contract-answer.js";
import type { Call } from "../support/http/fault-proxy.js";
import type { Student } from "../support/http/grader-client.js";
import { submissionOf } from "./exam.js";
import type { FaultStage, FaultyGrader } from "./fault-stage.js";
import { outcomeOf } from "./outcome-of.js";
import { type Placement, planOf } from "./placement.js";
import { expectStored, expectTruth, savedBy } from "./truth.js";

/** A submission that something happened to. */
export interface Encounter {
  readonly student: Student;
  readonly told: Told;
  /** What the student was told, for short. */
  readonly outcome: string;
  readonly calls: readonly Call[];
}

/**
 * Has a new student submit while these things happen. Fails unless the student was told something
 * that the contract knows, in time, and the table holds what was told.
 *
 * @param fields of the request beyond code and problem
 */
export async function encounter(
  stage: FaultStage,
  grader: FaultyGrader,
  placements: readonly Placement[],
  fields: Readonly<Record<string, unknown>> = {},
): Promise<Encounter> {
  const student = newStudent();
  await grader.expose(planOf(placements));
  const told = await submit(grader, student, fields);
  const calls = [...grader.calls];
  await grader.relieve();
  expectTruth(told, await stage.submissionsOf(student.sub), student);
  return { student, told, outcome: outcomeOf(told, student), calls };
}

/** A machine that is busy with something else for a second or two is a fault of its own. */
const MOST_TRIES = 5;

/**
 * Has the same student submit once more now that all is well, under the same id if that was the
 * advice. Fails unless this works, is right, and harms nothing that was stored before.
 */
export async function aftermath(
  stage: FaultStage,
  grader: FaultyGrader,
  { student, told: first }: Encounter,
): Promise<void> {
  const advised = first.kind === "refused" ? first.result?.submissionId : undefined;
  const submissionId = advised ?? randomUUID();
  const saved = new Map(savedBy(first).map((graded) => [graded.submissionId, graded]));
  let outcome = "";
  for (let tries = 0; tries < MOST_TRIES && outcome !== "answered"; tries += 1) {
    const told = await submit(grader, student, { submissionId });
    for (const graded of savedBy(told)) saved.set(submissionId, graded);
    outcome = outcomeOf(told, student);
  }
  expect(outcome).toBe("answered");
  expectStored(await stage.submissionsOf(student.sub), [...saved.values()], student);
}

export function newStudent(): Student {
  return { sub: randomUUID(), nickname: `nick of ${randomUUID()}` };
}

/** What a student may be told when it is a dependency that fails. */
const EXCUSES = [
  "IdentityProviderUnavailable",
  "StorageUnavailable",
  "ExecutorBusy",
  "SubmissionNotSaved",
  "SubmissionIdTaken",
];

/**
 * Submits, and fails unless the answer is one that the contract has for the case and the request is
 * in the log, once.
 */
export async function submit(
  grader: FaultyGrader,
  student: Student,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<Told> {
  const answer = await grader.grade({ ...submissionOf(student), ...fields }, student);
  const told = expectContractAnswer(answer);
  if (told.kind === "refused") expect(EXCUSES).toContain(told.code);
  const requestId = answer.headers.get("X-Request-Id");
  const lines = grader.logLines.filter((line) => line.requestId === requestId);
  expect(lines.filter(({ event }) => event === "request")).toHaveLength(1);
  return told;
}

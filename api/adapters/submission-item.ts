import { isKey } from "../domain/key.js";
import type { Regraded } from "../domain/regraded.js";
import {
  fitResults,
  type Grading,
  type StoredSubmission,
  type Submission,
  type SubmissionSummary,
} from "../domain/submission.js";
import type { CaseResult, Reason, Status } from "../domain/verdict.js";
import { INDEX_KEYS, SUBMISSIONS_EXPIRY } from "../tables.js";
import type { Item } from "./item.js";
import { itemSize } from "./item-size.js";

/** DynamoDB takes 409,600; the rest is room for the attributes that are added here. */
const MAX_ITEM_BYTES = 400_000;

const DAY_SECONDS = 86_400;

/** The item that keeps a submission, for so many days if any are given, without what DynamoDB would refuse. */
export function toSubmissionItem(submission: Submission, ttlDays?: number): Item {
  const item = {
    ...fitResults(submission, MAX_ITEM_BYTES, itemSize),
    is_submission: "Y",
    ...(ttlDays !== undefined && {
      [SUBMISSIONS_EXPIRY]: submission.submissionTime + ttlDays * DAY_SECONDS,
    }),
  };
  const isStorable = ([name, value]: [string, unknown]) =>
    !INDEX_KEYS.has(name) || isKey(String(value));
  return Object.fromEntries(Object.entries(item).filter(isStorable));
}

/**
 * What a regrade changes of an item, bounded as a whole item is; undefined is what the item no longer has.
 */
export function verdictAttributes(
  read: StoredSubmission,
  grading: Grading,
  regraded: Regraded,
): Item {
  const none = { earnedPoints: undefined, totalPoints: undefined, resultsTruncated: undefined };
  const verdict = { ...none, ...grading, regraded };
  const whole = { ...read, ...verdict };
  const { results, resultsTruncated } = fitResults(whole, MAX_ITEM_BYTES, itemSize);
  return { ...verdict, results, resultsTruncated };
}

/** The summary in an item of the table or of an index. */
export function readSummary(item: Item): SubmissionSummary {
  return {
    submissionId: String(item.submissionId),
    problemId: text(item.problemId),
    problemTitle: text(item.problemTitle),
    problemTitleTranslated: text(item.problemTitleTranslated),
    userId: text(item.userId),
    author: text(item.author),
    language: text(item.language),
    status: text(item.status) as Status | null,
    executionTime: number(item.executionTime),
    submissionTime: Number(item.submissionTime),
    score: number(item.score),
    passedCaseCount: number(item.passedCaseCount),
    totalCaseCount: number(item.totalCaseCount),
  };
}

/** The submission in an item of the table. */
export function readSubmissionItem(item: Item): StoredSubmission {
  return {
    ...readSummary(item),
    userCode: text(item.userCode),
    errorMessage: text(item.errorMessage),
    results: ((item.results ?? []) as Item[]).map(readCase),
    ...(item.earnedPoints === undefined ? {} : { earnedPoints: Number(item.earnedPoints) }),
    ...(item.totalPoints === undefined ? {} : { totalPoints: Number(item.totalPoints) }),
    ...(item.testSetHash === undefined ? {} : { testSetHash: text(item.testSetHash) }),
    ...(item.resultsTruncated === true ? { resultsTruncated: true } : {}),
    ...(item.regraded === undefined ? {} : { regraded: readRegraded(item.regraded as Item) }),
  };
}

function readRegraded(regraded: Item): Regraded {
  return {
    previousStatus: text(regraded.previousStatus) as Status | null,
    previousScore: regraded.previousScore === null ? null : number(regraded.previousScore),
    previousTestSetHash: text(regraded.previousTestSetHash),
    regradeTime: Number(regraded.regradeTime),
  };
}

function readCase(result: Item): CaseResult {
  const { reason, peakMemoryKb, cpuTime, points } = result;
  return {
    caseNumber: Number(result.caseNumber),
    status: result.status as Status,
    executionTime: Number(result.executionTime),
    stdout: text(result.stdout),
    stderr: text(result.stderr),
    ...(reason === undefined ? {} : { reason: reason as Reason }),
    ...(peakMemoryKb === undefined ? {} : { peakMemoryKb: Number(peakMemoryKb) }),
    ...(cpuTime === undefined ? {} : { cpuTime: Number(cpuTime) }),
    ...(points === undefined ? {} : { points: Number(points) }),
    ...Object.fromEntries(
      TEXTS.flatMap((name) => (typeof result[name] === "string" ? [[name, result[name]]] : [])),
    ),
  };
}

/** Members of a case that are texts, and may be absent. */
const TEXTS = ["error", "name", "group", "message", "returnValue", "difference"] as const;

const text = (value: unknown) => (typeof value === "string" ? value : null);

const number = (value: unknown) => (value === undefined ? null : Number(value));

import { isDeepStrictEqual } from "node:util";
import type { OldSubmission } from "./old-submissions.js";

type Item = Readonly<Record<string, unknown>>;

/** What a regrade may change of an item. */
const CHANGED = [
  "status",
  "score",
  "executionTime",
  "errorMessage",
  "passedCaseCount",
  "totalCaseCount",
  "results",
  "testSetHash",
  "regraded",
];

/** Says of each submission what is not as a whole regrade must leave it; nothing when all is well. */
export function regradeFaults(
  old: readonly OldSubmission[],
  items: readonly Item[],
  testSetHash: string,
): string[] {
  const found = new Map(items.map((item) => [item.submissionId, item]));
  const faults = old.flatMap((submission) => {
    const { submissionId } = submission.item;
    const fault = faultOf(submission, found.get(submissionId), testSetHash);
    return fault === undefined ? [] : [`${submissionId}: ${fault}`];
  });
  return items.length === old.length
    ? faults
    : [...faults, `${items.length} items instead of ${old.length}`];
}

function faultOf(
  { item: before, expected }: OldSubmission,
  item: Item | undefined,
  testSetHash: string,
): string | undefined {
  if (item === undefined) return "lost";
  if (item.testSetHash !== testSetHash) return "not graded again";
  if (item.status !== expected.status || item.score !== expected.score) {
    return `${item.status} ${item.score} instead of ${expected.status} ${expected.score}`;
  }
  const { regradeTime, ...previous } = item.regraded as Item;
  const right = {
    previousStatus: before.status,
    previousScore: before.score,
    previousTestSetHash: before.testSetHash,
  };
  if (!isDeepStrictEqual(previous, right)) return "what it had before is not kept";
  if (!isDeepStrictEqual(unchangedPart(item), unchangedPart(before))) return "more was changed";
  return undefined;
}

const unchangedPart = (item: Item) =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !CHANGED.includes(name)));

import type { Item } from "../../api/adapters/item.js";
import { readProblemItem } from "../../api/adapters/problem-item.js";
import { unpackTestCases } from "../../api/adapters/unpack-test-cases.js";
import type { Problem } from "../../api/domain/problem.js";
import type { ProblemFolder } from "../authoring/problem-folder.js";
import { describeChange } from "./describe-change.js";
import { isSameValue } from "./is-same-value.js";

/** What pushing a folder would do to a table. */
export interface ProblemChange {
  readonly problemId: string;
  /** The item that was read; undefined where there is none yet. */
  readonly before: Item | undefined;
  readonly after: Item;
  /** How the new item is read. */
  readonly problem: Problem;
  /** Every difference, a line each; none where all is as it is. */
  readonly differences: readonly string[];
}

/** @param now what a problem that is new was created at */
export async function planChange(
  { problemId, item, isListed }: ProblemFolder,
  before: Item | undefined,
  now: Date,
): Promise<ProblemChange> {
  const listed =
    isListed === undefined && before !== undefined ? before.listed : listedAs(isListed);
  const createdAt = item.createdAt ?? before?.createdAt ?? now.toISOString();
  const written: Record<string, unknown> = {
    ...item,
    createdAt,
    ...(listed !== undefined && { listed }),
  };
  // Whatever means the same is kept in the form that it is stored in.
  for (const [name, value] of Object.entries(before ?? {})) {
    if (name in written && (await isUnchanged(name, value, written[name]))) written[name] = value;
  }
  const problem = await readProblemItem(problemId, written);
  const earlier = before && (await readProblemItem(problemId, before));
  const differences = describeChange(before && { item: before, problem: earlier as Problem }, {
    item: written,
    problem,
  });
  return { problemId, before, after: written, problem, differences };
}

const listedAs = (isListed: boolean | undefined) => (isListed === false ? undefined : "Y");

async function isUnchanged(name: string, before: unknown, after: unknown): Promise<boolean> {
  if (isSameValue(before, after)) return true;
  if (name !== "finalTestCases") return false;
  const [one, other] = await Promise.all([before, after].map(textOf));
  return one !== undefined && one === other;
}

/** Undefined of what is damaged. */
async function textOf(finalTestCases: unknown): Promise<unknown> {
  return unpackTestCases(finalTestCases).catch(() => undefined);
}

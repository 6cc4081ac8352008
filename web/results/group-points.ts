import type { Outcome } from "./outcome.js";
import { isFailed, type ShownCase } from "./shown-case.js";

/** What the cases of a group are worth, and what of it was earned. */
export interface GroupPoints {
  /** Undefined for the cases of no group. */
  readonly id: string | undefined;
  readonly passed: number;
  readonly count: number;
  readonly worth: number;
  /** Undefined where that cannot be told from its cases. */
  readonly earned: number | undefined;
}

/** What is known of a problem's groups. */
export type Scorings = ReadonlyMap<string, "all" | "sum">;

/**
 * The points of a submission by groups, in the order of the cases.
 *
 * @param isPartial whether a case that failed may have earned a part of its points
 */
export function groupPoints(
  { cases, points }: Outcome,
  scorings: Scorings,
  isPartial: boolean,
): readonly GroupPoints[] {
  const ids = [...new Set(cases.map(({ group }) => group))];
  const groups = ids.map((id) => {
    const members = cases.filter(({ group }) => group === id);
    const scoring = id === undefined ? "sum" : scorings.get(id);
    return summedUp(id, members, scoring, isPartial);
  });
  const unknown = groups.filter(({ earned }) => earned === undefined);
  if (points === undefined || unknown.length !== 1) return groups;
  // The only one that is not known is what the others leave.
  const rest = points.earned - sum(groups.map(({ earned = 0 }) => earned));
  return groups.map((group) => (group.earned === undefined ? { ...group, earned: rest } : group));
}

function summedUp(
  id: string | undefined,
  members: readonly ShownCase[],
  scoring: "all" | "sum" | undefined,
  isPartial: boolean,
): GroupPoints {
  const passed = members.filter((one) => !isFailed(one));
  const worthOf = (some: readonly ShownCase[]) => sum(some.map(({ points = 0 }) => points));
  const isWhole = passed.length === members.length;
  const earned = () => {
    if (isWhole) return worthOf(members);
    if (scoring === "all" || worthOf(members) === 0) return 0;
    return scoring === undefined || isPartial ? undefined : worthOf(passed);
  };
  const count = members.length;
  return { id, passed: passed.length, count, worth: worthOf(members), earned: earned() };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

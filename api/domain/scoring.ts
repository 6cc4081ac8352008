import { Fraction } from "./fraction.js";

/** Whether a group's points are earned case by case, or only by all of its cases together. */
export const SCORINGS = ["all", "sum"] as const;

/** Cases that count together. */
export interface Group {
  readonly id: string;
  /** What it is worth, its cases' points scaled to it; null for the sum of its cases'. */
  readonly points: Fraction | null;
  readonly scoring: (typeof SCORINGS)[number];
}

/** What a case counts, and among which. */
export interface Weight {
  /** Null where its author gave none: it counts 1. */
  readonly points: Fraction | null;
  /** The id of its group; null where it counts by itself. */
  readonly group: string | null;
}

/** What can be earned, and what was. */
export interface Points {
  readonly earned: Fraction;
  readonly total: Fraction;
}

/** What each case is worth in the end: in a group with points of its own, its part of them. */
export function caseWorths(weights: readonly Weight[], groups: readonly Group[]): Fraction[] {
  const scales = new Map(groups.map((group) => [group.id, groupScale(weights, group)]));
  return weights.map((weight) => {
    const scale = weight.group === null ? undefined : scales.get(weight.group);
    return scale === undefined ? pointsOf(weight) : scale(pointsOf(weight));
  });
}

const pointsOf = ({ points }: Weight) => points ?? Fraction.ONE;

/** Whether an author gave points or groups, so that answers tell of them. */
export function hasPoints(weights: readonly Weight[], groups: readonly Group[]): boolean {
  return groups.length > 0 || weights.some(({ points }) => points !== null);
}

type Scale = (points: Fraction) => Fraction;

function groupScale(weights: readonly Weight[], { id, points: worth }: Group): Scale | undefined {
  if (worth === null) return undefined;
  const members = weights.filter(({ group }) => group === id);
  const sum = add(members.map(pointsOf));
  // Nothing to go by: its cases count the same.
  if (sum.isZero) return () => worth.dividedBy(Fraction.fromDigits(String(members.length)));
  const factor = worth.dividedBy(sum);
  return (points) => points.times(factor);
}

/**
 * The points of a submission.
 *
 * @param shares how much of each case was solved, from 0 to 1
 */
export function countPoints(
  weights: readonly Weight[],
  groups: readonly Group[],
  shares: readonly Fraction[],
): Points {
  const worths = caseWorths(weights, groups);
  const isWhole = (share: Fraction | undefined) => share?.equals(Fraction.ONE) === true;
  const isMissed = ({ id, scoring }: Group) =>
    scoring === "all" && weights.some(({ group }, at) => group === id && !isWhole(shares[at]));
  const missed = new Set(groups.filter(isMissed).map(({ id }) => id));
  const earned = worths.map((worth, at) => {
    const group = weights[at]?.group ?? null;
    const isLost = group !== null && missed.has(group);
    return isLost ? Fraction.ZERO : worth.times(shares[at] ?? Fraction.ZERO);
  });
  return { earned: add(earned), total: add(worths) };
}

function add(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((sum, one) => sum.plus(one), Fraction.ZERO);
}

/** The score from 0 to 100: rounded, but never full marks for less than everything. */
export function scoreOf({ earned, total }: Points, isAccepted: boolean): number {
  if (total.isZero) return isAccepted ? 100 : 0;
  const percent = Fraction.fromDigits("100").times(earned).dividedBy(total).rounded();
  return Math.min(percent, isAccepted ? 100 : 99);
}

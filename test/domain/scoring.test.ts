import { describe, expect, it } from "vitest";
import { Fraction } from "../../api/domain/fraction.js";
import {
  caseWorths,
  countPoints,
  type Group,
  hasPoints,
  scoreOf,
  type Weight,
} from "../../api/domain/scoring.js";

const of = (digits: string) => Fraction.fromDigits(digits);

/** Cases written as `points` or `points@group`; `-` is no points given. */
const weights = (...cases: string[]): Weight[] =>
  cases.map((text) => {
    const [points = "-", group = null] = text.split("@");
    return { points: points === "-" ? null : of(points), group };
  });

const group = (id: string, scoring: Group["scoring"], points?: string): Group => ({
  id,
  scoring,
  points: points === undefined ? null : of(points),
});

/** `earned/total` as a judge with this many points would write it. */
function count(cases: Weight[], groups: Group[], shares: (string | number)[]) {
  const { earned, total } = countPoints(
    cases,
    groups,
    shares.map((share) => of(String(share))),
  );
  return `${earned.toNumber()} of ${total.toNumber()}`;
}

describe("countPoints", () => {
  it("counts every case 1 where nothing is said", () => {
    expect(count(weights("-", "-", "-"), [], [1, 0, 1])).toBe("2 of 3");
  });

  it("counts a case what it says, and 1 where it does not", () => {
    expect(count(weights("5", "-", "0.5"), [], [1, 1, 0])).toBe("6 of 6.5");
  });

  it("a group without points is worth the sum of its cases'", () => {
    const groups = [group("a", "all")];
    expect(count(weights("2@a", "3@a"), groups, [1, 1])).toBe("5 of 5");
    expect(count(weights("2@a", "3@a"), groups, [1, 0])).toBe("0 of 5");
  });

  it("a group with points has its cases' scaled to them", () => {
    const groups = [group("a", "sum", "30")];
    expect(count(weights("1@a", "2@a"), groups, [0, 1])).toBe("20 of 30");
    expect(caseWorths(weights("1@a", "2@a"), groups).map(String)).toEqual(["10", "20"]);
  });

  it("cases without a group count beside the groups", () => {
    const cases = weights("1@a", "1@a", "10");
    expect(count(cases, [group("a", "all", "30")], [1, 0, 1])).toBe("10 of 40");
  });

  it("all earns nothing for less than everything, not for a partial score either", () => {
    const cases = weights("-@a", "-@a", "-@b");
    const groups = [group("a", "all", "60"), group("b", "all", "40")];
    expect(count(cases, groups, [1, "0.999", 1])).toBe("40 of 100");
    expect(count(cases, groups, [1, 1, "0.5"])).toBe("60 of 100");
  });

  it("sum earns the part of a partial score, as does a case without a group", () => {
    const groups = [group("a", "sum", "60")];
    expect(count(weights("-@a", "-@a", "8"), groups, ["0.5", 1, "0.25"])).toBe("47 of 68");
  });

  it("a group whose cases are worth 0 spreads its points evenly; one without cases has none", () => {
    const groups = [group("a", "sum", "10"), group("empty", "all", "90")];
    expect(count(weights("0@a", "0@a"), groups, [1, 0])).toBe("5 of 10");
  });

  it("thirds of three groups make a whole", () => {
    const cases = weights("-@a", "-@a", "-@a", "-@b", "-@b", "-@b", "-@b");
    const groups = [group("a", "sum", "0.1"), group("b", "sum", "0.2")];
    const { earned, total } = countPoints(
      cases,
      groups,
      cases.map(() => Fraction.ONE),
    );
    expect([earned.toString(), total.toString()]).toEqual(["3/10", "3/10"]);
  });
});

describe("scoreOf", () => {
  const score = (earned: string, total: string, isAccepted = false) =>
    scoreOf({ earned: of(earned), total: of(total) }, isAccepted);

  it("is 100 times the part, a half rounded up", () => {
    expect([score("1", "8"), score("1", "3"), score("0.125", "1"), score("0", "7")]).toEqual([
      13, 33, 13, 0,
    ]);
    // 100 × 0.285 is 28.499999999999996 to a double.
    expect(score("0.285", "1")).toBe(29);
  });

  it("is at most 99 short of accepted, even with all of the points", () => {
    expect([score("1", "1"), score("999", "1000"), score("1", "1", true)]).toEqual([99, 99, 100]);
  });

  it("is all or nothing of a total of 0 points", () => {
    expect([score("0", "0", true), score("0", "0")]).toEqual([100, 0]);
  });
});

it("hasPoints where a case or a group says anything of them", () => {
  expect(hasPoints(weights("-", "-"), [])).toBe(false);
  expect(hasPoints(weights("-", "1"), [])).toBe(true);
  expect(hasPoints(weights("-"), [group("a", "sum")])).toBe(true);
});

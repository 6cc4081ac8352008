import { expect, it } from "vitest";
import { Fraction } from "../../api/domain/fraction.js";

const of = (digits: string) => Fraction.fromDigits(digits);

it.each([
  ["0", "0"],
  ["+7", "7"],
  ["0.5", "1/2"],
  [".25", "1/4"],
  ["3.", "3"],
  ["1e3", "1000"],
  ["2.5E-1", "1/4"],
  ["0.1", "1/10"],
])("%s is exactly %s", (digits, written) => {
  expect(of(digits).toString()).toBe(written);
});

it("counts without drift: ten tenths are one, three thirds are one", () => {
  const tenths = Array.from({ length: 10 }, () => of("0.1"));
  expect(tenths.reduce((sum, one) => sum.plus(one)).equals(Fraction.ONE)).toBe(true);
  const third = Fraction.ONE.dividedBy(of("3"));
  expect(third.plus(third).plus(third).equals(Fraction.ONE)).toBe(true);
  expect(third.times(of("3")).equals(Fraction.ONE)).toBe(true);
});

it("rounds a half up", () => {
  expect(["0.5", "1.5", "2.4999", "0.49", "0"].map((digits) => of(digits).rounded())).toEqual([
    1, 2, 2, 0, 0,
  ]);
});

it("is a number of at most six decimals", () => {
  expect(of("1").dividedBy(of("3")).toNumber()).toBe(0.333333);
  expect(of("12.5").toNumber()).toBe(12.5);
});

import { Decimal } from "decimal.js";

/** Whether two numbers, given by their digits, are near enough. */
export type Tolerance = (actual: string, expected: string) => boolean;

/** Products are never rounded: this only limits digits, and reserves no room for them. */
const Product = Decimal.clone({ precision: 1e9 });

/**
 * Within `epsilon`, or within `relativeEpsilon` of the expected number, by the digits as written.
 *
 * Differences are rounded away from zero at no less than the bound's own precision, which keeps the
 * comparison exact, and keeps a text such as `"1e999999999"` from being written out.
 */
export function tolerance(epsilon: string, relativeEpsilon: string | null): Tolerance {
  // Made once: a configuration of its own costs many times what the comparison does.
  const Difference = Decimal.clone({ rounding: Decimal.ROUND_UP });
  const absolute = new Product(epsilon);
  const isWithin = (bound: Decimal) => (actual: string, expected: string) => {
    if (actual === expected) return true;
    const difference = new Difference(actual).minus(expected).abs();
    return difference.isFinite() && difference.lessThanOrEqualTo(bound);
  };
  const setPrecision = (bound: Decimal) => Difference.set({ precision: bound.precision() });
  setPrecision(absolute);
  if (relativeEpsilon === null) return isWithin(absolute);
  const relative = new Product(relativeEpsilon);
  return (actual, expected) => {
    const bound = Product.max(absolute, relative.times(expected).abs());
    // Every number lies within a part of an infinity.
    if (!bound.isFinite()) return actual === expected;
    setPrecision(bound);
    return isWithin(bound)(actual, expected);
  };
}

class Solution {
  /** Looks for all pairs that can be joined, joins one, and begins anew: cubic. */
  merge(intervals, gap) {
    let rest = intervals;
    while (true) {
      const near = (one, other) => one !== other && one[0] <= other[0] && other[0] - one[1] <= gap;
      const pairs = rest.flatMap((one) =>
        rest.filter((other) => near(one, other)).map((other) => [one, other]),
      );
      if (pairs.length === 0) return rest.toSorted((one, other) => one[0] - other[0]);
      const [one, other] = pairs[0];
      const others = rest.filter((interval) => interval !== one && interval !== other);
      rest = [...others, [one[0], Math.max(one[1], other[1])]];
    }
  }
}

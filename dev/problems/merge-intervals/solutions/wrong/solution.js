class Solution {
  /** Forgets that an interval may lie wholly inside another. */
  merge(intervals, gap) {
    const merged = [];
    for (const [begin, end] of intervals.toSorted((one, other) => one[0] - other[0])) {
      const last = merged.at(-1);
      if (last !== undefined && begin - last[1] <= gap) last[1] = end;
      else merged.push([begin, end]);
    }
    return merged;
  }
}

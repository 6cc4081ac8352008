class Solution {
  /** Returns the intervals, joined where at most gap lies between them. */
  merge(intervals, gap) {
    return intervals;
  }
}

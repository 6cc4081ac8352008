class Solution:
    def merge(self, intervals: list[list[int]], gap: int) -> list[list[int]]:
        """Forget that an interval may lie wholly inside another."""
        merged: list[list[int]] = []
        for begin, end in sorted(intervals):
            if merged and begin - merged[-1][1] <= gap:
                merged[-1][1] = end
            else:
                merged.append([begin, end])
        return merged

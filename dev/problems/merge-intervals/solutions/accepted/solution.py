class Solution:
    def merge(self, intervals: list[list[int]], gap: int) -> list[list[int]]:
        """Sort by beginning, then join each interval to the last one where they are near enough."""
        merged: list[list[int]] = []
        for begin, end in sorted(intervals):
            if merged and begin - merged[-1][1] <= gap:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([begin, end])
        return merged

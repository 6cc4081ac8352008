class Solution:
    def merge(self, intervals: list[list[int]], gap: int) -> list[list[int]]:
        """Look for a pair to join, and begin anew after each: cubic."""
        intervals = sorted(intervals)
        while True:
            for i, (begin, end) in enumerate(intervals):
                for j, (other_begin, other_end) in enumerate(intervals):
                    if i != j and begin <= other_begin and other_begin - end <= gap:
                        rest = [one for k, one in enumerate(intervals) if k not in (i, j)]
                        intervals = sorted([*rest, [begin, max(end, other_end)]])
                        break
                else:
                    continue
                break
            else:
                return intervals

from bisect import bisect_left


def solution(data):
    """Keep, for every length, the lowest height that a climb of that length can end at."""
    ends = []
    for height in data:
        place = bisect_left(ends, height)
        ends[place : place + 1] = [height]
    return len(ends)

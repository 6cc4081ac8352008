def solution(data):
    """Take the longest run of neighbours that rise, without leaving any out."""
    longest = run = 0
    last = None
    for height in data:
        run = run + 1 if last is not None and height > last else 1
        longest, last = max(longest, run), height
    return longest

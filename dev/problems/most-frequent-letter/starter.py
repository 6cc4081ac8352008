def solution(data):
    """Return a letter that is in data most often."""
    return data[0]

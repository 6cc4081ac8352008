def solution(data):
    """Return how many values of each kind data holds, itself included."""
    counts = {}
    return counts

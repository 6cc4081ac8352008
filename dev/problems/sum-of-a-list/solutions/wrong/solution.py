def solution(data):
    """Add up what is different, so that repeated numbers count once."""
    return sum(set(data))

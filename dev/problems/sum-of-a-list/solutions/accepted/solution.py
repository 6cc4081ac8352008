def solution(data):
    """Add them up."""
    return sum(data)

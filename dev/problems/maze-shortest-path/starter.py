def solution(data):
    """Return the smallest number of steps from S to E, or None if there is no way."""
    return None

def solution(data):
    """Take the letter that comes first in the alphabet."""
    return min(data)

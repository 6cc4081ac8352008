def solution(data):
    """Count the letters, and take any that nothing beats."""
    return max(set(data), key=data.count)

def solution(data):
    """Return True if the brackets of the string data are balanced, else False."""
    return False

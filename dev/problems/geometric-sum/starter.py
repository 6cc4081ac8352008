def solution(data):
    """Return base**0 + base**1 + ... + base**exponent."""
    base = data["base"]
    exponent = data["exponent"]
    return 0

def solution(data):
    """Return base**0 + base**1 + ... + base**exponent."""
    total = 0
    for _ in range(data["exponent"] + 1):
        total = total * data["base"] + 1
    return total

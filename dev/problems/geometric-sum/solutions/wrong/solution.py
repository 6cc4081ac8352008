def solution(data):
    """Use the closed formula, but divide with / and so round to a float."""
    base = data["base"]
    exponent = data["exponent"]
    if base == 1:
        return exponent + 1
    return (base ** (exponent + 1) - 1) / (base - 1)

NUMERALS = [(1000, "M"), (500, "D"), (100, "C"), (50, "L"), (10, "X"), (5, "V"), (1, "I")]


def solution(data):
    """Forget that 4 is IV and 9 is IX."""
    text = ""
    for value, numeral in NUMERALS:
        count, data = divmod(data, value)
        text += numeral * count
    return text

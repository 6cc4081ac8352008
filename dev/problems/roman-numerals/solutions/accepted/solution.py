NUMERALS = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]  # fmt: skip


def solution(data):
    """Write down the largest numeral that fits, again and again."""
    text = ""
    for value, numeral in NUMERALS:
        count, data = divmod(data, value)
        text += numeral * count
    return text

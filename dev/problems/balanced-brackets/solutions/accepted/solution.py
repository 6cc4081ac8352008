OPENING = {")": "(", "]": "[", "}": "{", "」": "「"}


def solution(data):
    """Return True if the brackets of the string data are balanced, else False."""
    still_open = []
    for character in data:
        if character in OPENING.values():
            still_open.append(character)
        elif character in OPENING:
            if not still_open or still_open.pop() != OPENING[character]:
                return False
    return not still_open

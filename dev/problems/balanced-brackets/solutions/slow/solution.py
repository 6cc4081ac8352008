PAIRS = {"()", "[]", "{}", "「」"}


def solution(data):
    """Take out the first pair that stands side by side, and begin anew: quadratic."""
    brackets = [character for character in data if character in "()[]{}「」"]
    found = True
    while found:
        found = False
        for i in range(len(brackets) - 1):
            if brackets[i] + brackets[i + 1] in PAIRS:
                del brackets[i : i + 2]
                found = True
                break
    return not brackets

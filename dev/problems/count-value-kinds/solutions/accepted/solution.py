from collections import Counter

KINDS = {
    int: "number",
    float: "number",
    str: "string",
    bool: "boolean",
    type(None): "null",
    list: "array",
    dict: "object",
}


def solution(data):
    """Return how many values of each kind data holds, itself included."""
    counts = Counter()
    waiting = [data]
    while waiting:
        value = waiting.pop()
        counts[KINDS[type(value)]] += 1
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
    return dict(counts)

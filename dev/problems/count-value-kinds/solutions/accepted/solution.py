from collections import Counter

KINDS = {
    int: "int",
    float: "float",
    str: "str",
    bool: "bool",
    type(None): "none",
    list: "list",
    dict: "dict",
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

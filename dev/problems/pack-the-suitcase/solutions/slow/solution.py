from itertools import product


def pack(items, capacity):
    """Try every choice."""
    best, chosen = -1, []
    for flags in product([0, 1], repeat=len(items)):
        weight = sum(flag * item[0] for flag, item in zip(flags, items))
        value = sum(flag * item[1] for flag, item in zip(flags, items))
        if weight <= capacity and value > best:
            best, chosen = value, [index for index, flag in enumerate(flags) if flag]
    return chosen

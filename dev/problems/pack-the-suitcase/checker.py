def check(input, expected, actual):
    """Score what the choice is worth, as a share of the best one's worth."""
    items, capacity = input
    if not isinstance(actual, list) or not all(type(index) is int and 0 <= index < len(items) for index in actual):
        return {"score": 0, "message": "Return a list of indices of items."}
    if len(set(actual)) < len(actual):
        return {"score": 0, "message": "An item can be taken only once."}
    weight = sum(items[index][0] for index in actual)
    if weight > capacity:
        return {"score": 0, "message": f"That weighs {weight}, and only {capacity} fit."}
    value, best = (sum(items[index][1] for index in chosen) for chosen in (actual, expected))
    if value == best:
        return True
    return {"score": value / best, "message": f"Worth {value}; {best} is possible."}

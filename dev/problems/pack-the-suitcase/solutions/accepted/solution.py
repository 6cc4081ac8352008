def pack(items, capacity):
    """Best value for every weight, item by item; then walk back to the choice."""
    best = [(0, [])] + [(0, [])] * capacity
    for index, (weight, value) in enumerate(items):
        for room in range(capacity, weight - 1, -1):
            worth, chosen = best[room - weight]
            if worth + value > best[room][0]:
                best[room] = (worth + value, [*chosen, index])
    return best[capacity][1]

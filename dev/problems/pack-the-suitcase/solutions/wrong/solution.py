def pack(items, capacity):
    """Take what is worth most for its weight, as long as it fits."""
    chosen = []
    for index, (weight, value) in sorted(enumerate(items), key=lambda one: -one[1][1] / one[1][0]):
        if weight <= capacity:
            capacity -= weight
            chosen.append(index)
    return chosen

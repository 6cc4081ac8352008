def solution(data):
    """Return all pairs [i, j], i < j, whose numbers add up to the target."""
    pairs = []
    positions = {}
    for j, number in enumerate(data["numbers"]):
        pairs.extend([i, j] for i in positions.get(data["target"] - number, []))
        positions.setdefault(number, []).append(j)
    return pairs

def solution(data):
    """Return all pairs [i, j], i < j, whose numbers add up to the target."""
    numbers = data["numbers"]
    target = data["target"]
    pairs = []
    return pairs

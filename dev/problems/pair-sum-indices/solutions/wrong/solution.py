def solution(data):
    """Remember one position per number, so that repeated numbers lose pairs."""
    pairs = []
    position = {}
    for j, number in enumerate(data["numbers"]):
        partner = data["target"] - number
        if partner in position:
            pairs.append([position[partner], j])
        position[number] = j
    return pairs

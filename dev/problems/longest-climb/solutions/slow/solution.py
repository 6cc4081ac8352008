def solution(data):
    """Compare every height with all before it: quadratic, enough for the small groups."""
    lengths = []
    for index, height in enumerate(data):
        lengths.append(1 + max((lengths[i] for i in range(index) if data[i] < height), default=0))
    return max(lengths, default=0)

def solution(data):
    """Drop the sign of turns, and so turn clockwise whatever was asked for."""
    matrix = data["matrix"]
    for _ in range(abs(data["turns"]) % 4):
        matrix = [list(row) for row in zip(*matrix[::-1])]
    return matrix

def solution(data):
    """Return the matrix after the given number of quarter turns clockwise."""
    matrix = data["matrix"]
    for _ in range(data["turns"] % 4):
        matrix = [list(row) for row in zip(*reversed(matrix))]
    return matrix

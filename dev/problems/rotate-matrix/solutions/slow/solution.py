def solution(data):
    """Make every single turn, also those that cancel each other."""
    matrix, turns = data["matrix"], data["turns"]
    while turns > 0:
        matrix = [list(row) for row in zip(*reversed(matrix))]
        turns -= 1
    while turns < 0:
        matrix = [list(column) for column in zip(*matrix)][::-1]
        turns += 1
    return matrix

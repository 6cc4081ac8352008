def solution(data):
    """Return the matrix after the given number of quarter turns clockwise."""
    matrix = data["matrix"]
    turns = data["turns"]
    return matrix

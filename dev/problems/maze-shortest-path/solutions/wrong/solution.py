def solution(data):
    """Search the maze, but take the newest cell first, so that the way found may be a detour."""
    rows, columns = len(data), len(data[0])
    for row in range(rows):
        for column in range(columns):
            if data[row][column] == "S":
                queue = [(row, column, 0)]
                visited = {(row, column)}
    while queue:
        row, column, steps = queue.pop()
        if data[row][column] == "E":
            return steps
        for down, right in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            r, c = row + down, column + right
            if 0 <= r < rows and 0 <= c < columns and data[r][c] != "#" and (r, c) not in visited:
                visited.add((r, c))
                queue.append((r, c, steps + 1))
    return None

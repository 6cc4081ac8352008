from collections import deque


def solution(data):
    """Return the smallest number of steps from S to E, or None if there is no way."""
    cells = {
        (row, column): cell
        for row, line in enumerate(data)
        for column, cell in enumerate(line)
        if cell != "#"
    }
    start = next(place for place, cell in cells.items() if cell == "S")
    steps = {start: 0}
    waiting = deque([start])
    while waiting:
        row, column = place = waiting.popleft()
        if cells[place] == "E":
            return steps[place]
        for neighbor in (
            (row - 1, column),
            (row + 1, column),
            (row, column - 1),
            (row, column + 1),
        ):
            if neighbor in cells and neighbor not in steps:
                steps[neighbor] = steps[place] + 1
                waiting.append(neighbor)
    return None

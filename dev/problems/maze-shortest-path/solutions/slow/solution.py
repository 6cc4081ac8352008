def solution(data):
    """Look at every cell of the maze again for each step that the mouse takes."""
    cells = {
        (row, column): cell
        for row, line in enumerate(data)
        for column, cell in enumerate(line)
        if cell != "#"
    }
    reached = {place for place, cell in cells.items() if cell == "S"}
    steps = 0
    while not any(cells[place] == "E" for place in reached):
        next_to_it = {
            (row, column)
            for row, column in cells
            if reached & {(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)}
        }
        if next_to_it <= reached:
            return None
        reached |= next_to_it
        steps += 1
    return steps

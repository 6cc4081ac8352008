/** Looks at every cell of the maze again for each step that the mouse takes. */
function solution(data) {
  let maze = data.map((line) => [...line]);
  for (let steps = 0; ; steps += 1) {
    const isReached = (y, x) => maze[y]?.[x] === "S";
    let changed = false;
    let found = false;
    const next = maze.map((line, y) =>
      line.map((cell, x) => {
        if (cell === "#" || cell === "S") return cell;
        const around = [
          [y - 1, x],
          [y + 1, x],
          [y, x - 1],
          [y, x + 1],
        ];
        if (!around.some(([v, u]) => isReached(v, u))) return cell;
        changed = true;
        found ||= cell === "E";
        return "S";
      }),
    );
    if (found) return steps + 1;
    if (!changed) return null;
    maze = next;
  }
}

/** Searches the maze, but takes the newest cell first, so that the way found may be a detour. */
function solution(data) {
  const row = data.findIndex((line) => line.includes("S"));
  const waiting = [[row, data[row].indexOf("S"), 0]];
  const seen = new Set();
  while (waiting.length > 0) {
    const [y, x, steps] = waiting.pop();
    const cell = data[y]?.[x];
    if (cell === undefined || cell === "#" || seen.has(`${y} ${x}`)) continue;
    if (cell === "E") return steps;
    seen.add(`${y} ${x}`);
    waiting.push(
      [y - 1, x, steps + 1],
      [y + 1, x, steps + 1],
      [y, x - 1, steps + 1],
      [y, x + 1, steps + 1],
    );
  }
  return null;
}

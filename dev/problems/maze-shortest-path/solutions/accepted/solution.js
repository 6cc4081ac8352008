/** Returns the smallest number of steps from S to E, or null if there is no way. */
function solution(data) {
  const row = data.findIndex((line) => line.includes("S"));
  let reached = [[row, data[row].indexOf("S")]];
  const seen = new Set([String(reached[0])]);
  for (let steps = 0; reached.length > 0; steps += 1) {
    const next = [];
    for (const [y, x] of reached) {
      if (data[y][x] === "E") return steps;
      for (const place of [
        [y - 1, x],
        [y + 1, x],
        [y, x - 1],
        [y, x + 1],
      ]) {
        const cell = data[place[0]]?.[place[1]];
        if (cell === undefined || cell === "#" || seen.has(String(place))) continue;
        seen.add(String(place));
        next.push(place);
      }
    }
    reached = next;
  }
  return null;
}

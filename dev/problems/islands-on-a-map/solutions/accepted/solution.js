const [height, width, ...rows] = require("fs").readFileSync(0, "utf8").split(/\s+/);
const cells = rows.map((row) => [...row]);
const isLand = (y, x) => cells[y]?.[x] === "#";

const sizes = [];
for (let y = 0; y < Number(height); y += 1) {
  for (let x = 0; x < Number(width); x += 1) {
    if (isLand(y, x)) sizes.push(sink(y, x));
  }
}
console.log(sizes.length);
console.log(sizes.sort((one, other) => other - one).join(" "));

/** Makes water of the island there; how large it was. */
function sink(top, left) {
  const waiting = [[top, left]];
  cells[top][left] = ".";
  let size = 0;
  while (waiting.length > 0) {
    const [y, x] = waiting.pop();
    size += 1;
    for (const [v, u] of [
      [y - 1, x],
      [y + 1, x],
      [y, x - 1],
      [y, x + 1],
    ]) {
      if (!isLand(v, u)) continue;
      cells[v][u] = ".";
      waiting.push([v, u]);
    }
  }
  return size;
}

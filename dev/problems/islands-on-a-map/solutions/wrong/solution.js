const [height, width, ...rows] = require("fs").readFileSync(0, "utf8").split(/\s+/);
const cells = rows.map((row) => [...row]);
const sizes = [];
for (let top = 0; top < Number(height); top += 1) {
  for (let left = 0; left < Number(width); left += 1) {
    let size = 0;
    const waiting = [[top, left]];
    while (waiting.length > 0) {
      const [y, x] = waiting.pop();
      if (cells[y]?.[x] !== "#") continue;
      cells[y][x] = ".";
      size += 1;
      // Corners count as neighbours here.
      for (const down of [-1, 0, 1])
        for (const right of [-1, 0, 1]) waiting.push([y + down, x + right]);
    }
    if (size > 0) sizes.push(size);
  }
}
console.log(sizes.length);
console.log(sizes.sort((one, other) => other - one).join(" "));

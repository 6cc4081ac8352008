const [height, width, ...rows] = require("fs").readFileSync(0, "utf8").split(/\s+/);
let labels = new Map();
for (let y = 0; y < Number(height); y += 1) {
  for (let x = 0; x < Number(width); x += 1) {
    if (rows[y][x] === "#") labels.set(`${y} ${x}`, y * Number(width) + x);
  }
}
// Labels creep over an island one cell a round.
for (let changed = true; changed; ) {
  changed = false;
  const next = new Map();
  for (const [place, label] of labels) {
    const [y, x] = place.split(" ").map(Number);
    const around = [
      [y - 1, x],
      [y + 1, x],
      [y, x - 1],
      [y, x + 1],
    ];
    const least = Math.min(label, ...around.map(([v, u]) => labels.get(`${v} ${u}`) ?? label));
    if (least < label) changed = true;
    next.set(place, least);
  }
  labels = next;
}
const sizes = [...Map.groupBy(labels.values(), (label) => label).values()].map((one) => one.length);
console.log(sizes.length);
console.log(sizes.sort((one, other) => other - one).join(" "));

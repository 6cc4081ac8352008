const lines = require("fs").readFileSync(0, "utf8").split("\n");

for (const line of lines.filter((one) => one.trim() !== "")) {
  const [a, b, c] = line
    .trim()
    .split(/\s+/)
    .map(Number)
    .sort((one, other) => other - one);
  // Kahan's order of the terms, which stays exact for needles.
  const square = (a + (b + c)) * (c - (a - b)) * (c + (a - b)) * (a + (b - c));
  console.log(a > b + c ? "impossible" : Math.sqrt(Math.max(0, square)) / 4);
}

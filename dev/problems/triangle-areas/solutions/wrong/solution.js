const lines = require("fs").readFileSync(0, "utf8").split("\n");

for (const line of lines.filter((one) => one.trim() !== "")) {
  const [a, b, c] = line.trim().split(/\s+/).map(Number);
  const half = (a + b + c) / 2;
  // Heron's formula, rounded to two digits.
  const square = half * (half - a) * (half - b) * (half - c);
  console.log(square < 0 ? "impossible" : Math.sqrt(square).toFixed(2));
}

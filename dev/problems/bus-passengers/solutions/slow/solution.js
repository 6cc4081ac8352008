const lines = require("fs").readFileSync(0, "utf8").trim().split("\n").slice(1);

/** Rides from the beginning: with every stop again, that is quadratic. */
function aboardAfter(stops) {
  let aboard = 0;
  for (const line of lines.slice(0, stops)) {
    const [on, off] = line.split(" ").map(Number);
    aboard += on - off;
  }
  return aboard;
}

console.log(Math.max(0, ...lines.map((_, stop) => aboardAfter(stop + 1))));

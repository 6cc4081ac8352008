const [stops, ...lines] = require("fs").readFileSync(0, "utf8").trim().split("\n");

let aboard = 0;
let most = 0;
for (const line of lines.slice(0, Number(stops))) {
  const [entering, leaving] = line.split(" ").map(Number);
  aboard += entering;
  // Counted before anybody has got off.
  most = Math.max(most, aboard);
  aboard -= leaving;
}
console.log(most);

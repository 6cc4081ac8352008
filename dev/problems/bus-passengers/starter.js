const fs = require("fs");

const [stops, ...lines] = fs.readFileSync(0, "utf8").trim().split("\n");
for (const line of lines) {
  const [entering, leaving] = line.split(" ").map(Number);
}

console.log(0);

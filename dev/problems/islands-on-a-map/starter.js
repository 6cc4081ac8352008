const fs = require("fs");

const [size, ...rows] = fs.readFileSync(0, "utf8").trim().split("\n");
const [height, width] = size.split(" ").map(Number);

console.log(0);

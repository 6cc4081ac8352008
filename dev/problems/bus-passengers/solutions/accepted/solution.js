const words = require("fs").readFileSync(0, "utf8").split(/\s+/).map(Number);

let aboard = 0;
let most = 0;
for (let stop = 0; stop < words[0]; stop += 1) {
  aboard += words[1 + 2 * stop] - words[2 + 2 * stop];
  most = Math.max(most, aboard);
}
console.log(most);

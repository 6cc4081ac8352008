/** Looks farther and farther from the target, as far as the nearest number is. */
function find_closest({ numbers, target }) {
  const all = numbers.map(BigInt);
  for (let distance = 0n; ; distance += 1n) {
    for (const near of [BigInt(target) - distance, BigInt(target) + distance]) {
      if (all.includes(near)) return near;
    }
  }
}

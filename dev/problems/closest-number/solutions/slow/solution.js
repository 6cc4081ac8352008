/** Looks farther and farther from the target, as far as the nearest number is. */
function find_closest({ numbers, target }) {
  for (let distance = 0; ; distance += 1) {
    for (const near of [target - distance, target + distance]) {
      if (numbers.includes(near)) return near;
    }
  }
}

/** Returns all pairs [i, j], i < j, whose numbers add up to the target. */
function solution({ numbers, target }) {
  const pairs = [];
  const positions = new Map();
  for (const [j, number] of numbers.entries()) {
    for (const i of positions.get(target - number) ?? []) pairs.push([i, j]);
    positions.set(number, [...(positions.get(number) ?? []), j]);
  }
  return pairs;
}

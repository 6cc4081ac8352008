/** Returns all pairs [i, j], i < j, whose numbers add up to the target. */
function solution({ numbers, target }) {
  const pairs = [];
  // As BigInt, since a number rounds what is beyond 2 ** 53.
  const positions = new Map();
  for (const [j, number] of numbers.map(BigInt).entries()) {
    for (const i of positions.get(BigInt(target) - number) ?? []) pairs.push([i, j]);
    positions.set(number, [...(positions.get(number) ?? []), j]);
  }
  return pairs;
}

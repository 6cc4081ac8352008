/** Remembers one position per number, so that repeated numbers lose pairs. */
function solution({ numbers, target }) {
  const pairs = [];
  const position = new Map();
  for (const [j, number] of numbers.entries()) {
    const partner = target - number;
    if (position.has(partner)) pairs.push([position.get(partner), j]);
    position.set(number, j);
  }
  return pairs;
}

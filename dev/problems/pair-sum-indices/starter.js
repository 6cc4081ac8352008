/** Returns all pairs [i, j], i < j, whose numbers add up to the target. */
function solution({ numbers, target }) {
  const pairs = [];
  return pairs;
}

/** Groups by the set of characters, forgetting how often each occurs. */
function solution(data) {
  const groups = Map.groupBy(data, (word) => [...new Set(word)].sort().join(""));
  return [...groups.values()];
}

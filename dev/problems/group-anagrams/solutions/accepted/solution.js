/** Returns the words of the array data in groups of anagrams. */
function solution(data) {
  const groups = Map.groupBy(data, (word) => [...word].sort().join(""));
  return [...groups.values()];
}

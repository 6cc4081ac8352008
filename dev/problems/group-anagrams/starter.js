/** Returns the words of the array data in groups of anagrams. */
function solution(data) {
  const groups = [];
  return groups;
}

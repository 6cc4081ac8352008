/** Returns a letter that is in data most often. */
function solution(data) {
  return data[0];
}

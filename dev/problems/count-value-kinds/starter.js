/** Returns how many values of each kind data holds, itself included. */
function solution(data) {
  const counts = {};
  return counts;
}

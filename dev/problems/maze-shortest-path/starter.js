/** Returns the smallest number of steps from S to E, or null if there is no way. */
function solution(data) {
  return null;
}

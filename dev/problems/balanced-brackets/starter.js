/** Returns true if the brackets of the string data are balanced, else false. */
function solution(data) {
  return false;
}

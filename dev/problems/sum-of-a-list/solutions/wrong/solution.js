/** Adds up what is different, so that repeated numbers count once. */
function solution(data) {
  return [...new Set(data)].reduce((sum, number) => sum + number, 0);
}

/** Adds them up as numbers, which cannot hold every integer. */
function solution(data) {
  return data.reduce((sum, number) => sum + Number(number), 0);
}

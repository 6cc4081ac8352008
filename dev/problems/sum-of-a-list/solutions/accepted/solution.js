/** Adds them up as BigInt, which holds every integer. */
function solution(data) {
  return data.reduce((sum, number) => sum + BigInt(number), 0n);
}

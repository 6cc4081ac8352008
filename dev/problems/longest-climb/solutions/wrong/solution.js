/** Takes the longest run of neighbours that rise, without leaving any out. */
function solution(data) {
  let [longest, run] = [0, 0];
  for (const [index, height] of data.entries()) {
    run = height > data[index - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

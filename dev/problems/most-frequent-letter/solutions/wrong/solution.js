/** Takes the letter that comes first in the alphabet. */
function solution(data) {
  return [...data].sort()[0];
}

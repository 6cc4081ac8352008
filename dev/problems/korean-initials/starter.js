/** Returns data with every Hangul syllable replaced by its initial consonant. */
function solution(data) {
  return data;
}

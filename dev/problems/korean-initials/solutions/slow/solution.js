const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

/** Looks it up in a table of all syllables, which is made anew for every character. */
function initialOf(character) {
  const table = new Map();
  for (let index = 0; index < 11172; index += 1) {
    const syllable = String.fromCharCode("가".charCodeAt(0) + index);
    table.set(syllable, INITIALS[Math.floor(index / 588)]);
  }
  return table.get(character) ?? character;
}

/** Returns data with every Hangul syllable replaced by its initial consonant. */
function solution(data) {
  return Array.from(data, initialOf).join("");
}

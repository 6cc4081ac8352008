const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const SYLLABLES_PER_INITIAL = 588;

/** Returns data with every Hangul syllable replaced by its initial consonant. */
function solution(data) {
  return data.replace(/[가-힣]/g, (syllable) => {
    const place = syllable.charCodeAt(0) - "가".charCodeAt(0);
    return INITIALS[Math.floor(place / SYLLABLES_PER_INITIAL)];
  });
}

const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

/** Goes word by word, which turns every run of white space into one space. */
function solution(data) {
  const initialOf = (character) =>
    character >= "가" && character <= "힣"
      ? INITIALS[Math.floor((character.charCodeAt(0) - "가".charCodeAt(0)) / 588)]
      : character;
  const words = data.split(/\s+/).filter((word) => word !== "");
  return words.map((word) => [...word].map(initialOf).join("")).join(" ");
}
